using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationNotes.Course.Notebooks;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ActivationNotes.Course.Checks;

/// <summary>Links of the prose lead somewhere: to a file that is there, to a heading that is there.</summary>
public static partial class LinkRules
{
    /// <summary>What the links and pictures of a notebook break.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="path">Its file.</param>
    /// <param name="file">What findings call it.</param>
    /// <param name="results">The names of the figures and claims of each executed notebook, by its file; links to those of others are believed.</param>
    public static IEnumerable<Finding> Check(Notebook notebook, string path, string file, IReadOnlyDictionary<string, IReadOnlySet<string>>? results = null)
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            foreach (var (target, line, isImage, alt) in Links(cell.Source))
            {
                if (isImage && string.IsNullOrWhiteSpace(alt)) yield return new Finding(file, cell.Number, line, $"the picture {target} has no alt text: ![what it shows]({target})");
                if (!isImage && Misnamed(target, alt) is { } other) yield return new Finding(file, cell.Number, line, other);
                if (Problem(notebook, cell, path, target, results) is { } problem) yield return new Finding(file, cell.Number, line, problem);
            }
        }
    }

    /// <summary>The files that the prose of a notebook leads to, those that are there.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">The folder its relative links start from.</param>
    public static IEnumerable<string> Files(Notebook notebook, string folder) => notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => Links(cell.Source)).Select(link => link.Target.Split('#')[0])
        .Where(target => target.Length > 0 && !Uri.TryCreate(target, UriKind.Absolute, out _))
        .Select(target => Path.GetFullPath(Uri.UnescapeDataString(target), folder)).Where(File.Exists).Distinct();

    /// <summary>The names by which links may reach the headings of a notebook: as Jupyter makes them, and as GitHub does.</summary>
    public static IReadOnlySet<string> Anchors(Notebook notebook)
    {
        var anchors = new HashSet<string>();
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            var document = Markdown.Parse(cell.Source);
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                var text = TextOf(heading.Inline).Trim();
                anchors.Add(text.Replace(' ', '-'));
                anchors.Add(Slug(text));
            }

            using var html = new HtmlParser().ParseDocument(cell.Source);
            anchors.UnionWith(html.QuerySelectorAll("[id]").Select(element => element.Id!));
            anchors.UnionWith(html.QuerySelectorAll("a[name]").Select(element => element.GetAttribute("name")!));
        }

        return anchors;
    }

    private static IEnumerable<(string Target, int Line, bool IsImage, string Alt)> Links(string source)
    {
        var document = Markdown.Parse(source, new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().Build());
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.Url is { Length: > 0 } target) yield return (target, link.Line + 1, link.IsImage, TextOf(link));
        }

        var markup = document.Descendants<HtmlBlock>().Select(block => (block.Line, Text: block.Lines.ToString()))
            .Concat(document.Descendants<HtmlInline>().Select(inline => (inline.Line, Text: inline.Tag)));
        foreach (var (line, text) in markup)
        {
            using var html = new HtmlParser().ParseDocument(text);
            foreach (var element in html.QuerySelectorAll("a[href], img[src]"))
            {
                var isImage = element.LocalName == "img";
                yield return (element.GetAttribute(isImage ? "src" : "href")!, line + 1, isImage, element.GetAttribute("alt") ?? "");
            }
        }
    }

    // A link that is called as a claim leads to that claim.
    private static string? Misnamed(string target, string text)
    {
        const string Anchor = "#claim-";
        var at = target.IndexOf(Anchor, StringComparison.Ordinal);
        if (at < 0 || !ClaimName().IsMatch(text)) return null;
        var claim = Uri.UnescapeDataString(target[(at + Anchor.Length)..]);
        return claim == text ? null : $"the link [{text}] leads to the claim {claim}. Lead it to {Anchor}{text}, or call it {claim}.";
    }

    [GeneratedRegex(@"\A[SP][0-9]+[a-z]?(\.[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ClaimName();

    private static string? Problem(Notebook notebook, Cell cell, string path, string target, IReadOnlyDictionary<string, IReadOnlySet<string>>? results)
    {
        const string Attachment = "attachment:";
        if (target.StartsWith(Attachment, StringComparison.Ordinal))
        {
            return (cell.Node["attachments"] as JsonObject)?.ContainsKey(Uri.UnescapeDataString(target[Attachment.Length..])) == true
                ? null
                : $"the cell has no {target}. Attach the picture to this cell.";
        }

        // Addresses on the web are not fetched: a check gives the same answer offline.
        if (Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme is not "file") return null;
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var place = Uri.UnescapeDataString(hash < 0 ? target : target[..hash]);
        var anchor = hash < 0 ? "" : Uri.UnescapeDataString(target[(hash + 1)..]);
        var destination = place.Length == 0 ? path : Path.GetFullPath(place, Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (Path.IsPathRooted(place)) return $"the link {target} leads to a place on one machine. Use a relative path.";
        if (place.Length > 0 && !File.Exists(destination) && !Directory.Exists(destination)) return $"the link {target} leads nowhere: there is no such file.";
        if (anchor.Length == 0 || !destination.EndsWith(".ipynb", StringComparison.Ordinal)) return null;
        if (anchor.StartsWith("figure-", StringComparison.Ordinal) || anchor.StartsWith("claim-", StringComparison.Ordinal))
        {
            var known = results?.GetValueOrDefault(Path.GetFullPath(destination));
            return known is null || known.Contains(anchor) ? null : $"the link {target} leads nowhere: no figure or claim there is called \"{anchor}\". {Nearest(anchor, known)}";
        }

        try
        {
            var anchors = Anchors(place.Length == 0 ? notebook : NotebookReader.Read(destination));
            return anchors.Contains(anchor) ? null : $"the link {target} leads nowhere: no heading there is called \"{anchor}\".";
        }
        catch (NotebookException error)
        {
            return $"the link {target} leads to a notebook that cannot be read: {error.Problem}";
        }
    }

    // Figures are named after their titles, which change: what begins alike is probably meant.
    private static string Nearest(string anchor, IReadOnlySet<string> known)
    {
        int Shared(string name) => name.Zip(anchor).TakeWhile(pair => pair.First == pair.Second).Count();
        var best = known.Where(name => name[0] == anchor[0]).OrderByDescending(Shared).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();
        return best is null ? "There are none." : $"Is {best} meant?";
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var character in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(character) || character is '-' or '_') slug.Append(character);
            else if (character == ' ') slug.Append('-');
        }

        return slug.ToString();
    }

    private static string TextOf(ContainerInline? inline) => inline is null ? "" : string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));
}
