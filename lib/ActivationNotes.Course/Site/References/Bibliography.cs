using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Site.References;

/// <summary>The works that lessons may cite, from a file of CSL-JSON, the format of citation managers.</summary>
/// <param name="Works">The works by their keys.</param>
public sealed record Bibliography(IReadOnlyDictionary<string, Work> Works)
{
    /// <summary>No works.</summary>
    public static Bibliography Empty { get; } = new(new Dictionary<string, Work>());

    /// <summary>Reads the file; no file means no works.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CourseException">It is not CSL-JSON, or a work lacks its id, author, title or year, or an id stands twice; names the work.</exception>
    public static Bibliography Read(string path)
    {
        if (!File.Exists(path)) return Empty;
        var works = new Dictionary<string, Work>(StringComparer.Ordinal);
        var place = Path.GetFileName(path);
        JsonArray list;
        try
        {
            list = JsonNode.Parse(File.ReadAllText(path)) as JsonArray ?? throw new CourseException($"{place}: a list of works in CSL-JSON was expected.");
        }
        catch (JsonException error)
        {
            throw new CourseException($"{place}: not JSON: {error.Message}", error);
        }

        for (var index = 0; index < list.Count; index++)
        {
            var node = list[index] as JsonObject;
            var key = Text(node, "id");
            var name = key.Length > 0 ? $"{place}, work \"{key}\"" : string.Create(CultureInfo.InvariantCulture, $"{place}, work {index + 1}");
            if (key.Length == 0) throw new CourseException($"{name}: it has no id.");
            if (key.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not '-')) throw new CourseException($"{name}: an id is made of letters, digits and hyphens.");
            if (!works.TryAdd(key, Read(node!, key, name))) throw new CourseException($"{name}: there are two works with this id.");
        }

        return new Bibliography(works);
    }

    private static Work Read(JsonObject node, string key, string name)
    {
        (string, string)[] authors = [.. (node["author"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(author => (Text(author, "family") is { Length: > 0 } family ? family : Text(author, "literal"), Text(author, "given")))];
        if (authors.Length == 0 || authors.Any(author => author.Item1.Length == 0)) throw new CourseException($"{name}: it has no author, or one without a family name.");
        var title = Text(node, "title");
        if (title.Length == 0) throw new CourseException($"{name}: it has no title.");
        if ((node["issued"] as JsonObject)?["date-parts"] is not JsonArray { Count: > 0 } dates || dates[0] is not JsonArray { Count: > 0 } parts
            || !int.TryParse(parts[0]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            throw new CourseException($"{name}: it has no year: \"issued\": {{\"date-parts\": [[1998]]}}.");
        }

        var address = Text(node, "DOI") is { Length: > 0 } identifier ? "https://doi.org/" + identifier : Text(node, "URL");
        if (address.Length == 0) return new Work(key, authors, year, title, Container(node), null);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? new Work(key, authors, year, title, Container(node), uri)
            : throw new CourseException($"{name}: \"{address}\" is no address: a URL begins with https:// or http://.");
    }

    private static string Container(JsonObject node)
    {
        var volume = Text(node, "volume");
        string[] parts = [$"{Text(node, "container-title")} {volume}".Trim(), Text(node, "genre"), Text(node, "publisher"), Text(node, "page") is { Length: > 0 } pages ? "pages " + pages.Replace('-', '\u2013') : ""];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Text(JsonObject? node, string name) => node?[name]?.ToString().Trim() ?? "";
}
