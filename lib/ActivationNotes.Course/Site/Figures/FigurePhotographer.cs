using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Site.Figures;

/// <summary>
/// Takes the static pictures of figures, from the real charts, in one run of headless Chromium. They are what paper, a page
/// without scripts and a page that has not loaded plotly.js yet show. Without a browser there are none, and nothing fails.
/// </summary>
public static class FigurePhotographer
{
    private const int Width = 720;
    private const int Height = 440;
    private static readonly string[] s_themes = ["light", "dark"];

    /// <summary>Writes the pictures that can be had into a folder.</summary>
    /// <returns>For each figure that has pictures, by its id, where they are relative to a page.</returns>
    public static IReadOnlyDictionary<string, FigurePictures> Take(IReadOnlyList<FigureData> figures, PlotLibrary library, SiteInput input, string folder)
    {
        var found = new Dictionary<string, FigurePictures>(StringComparer.Ordinal);
        var missing = figures.Where(figure => !s_themes.All(theme => File.Exists(Cached(input, library, figure.Id, theme)))).ToArray();
        var fresh = missing.Length > 0 && input.Browser is not null ? Photograph(missing, library, input.Browser, "svg", s_themes) : [];
        Directory.CreateDirectory(folder);
        foreach (var figure in figures)
        {
            var complete = true;
            foreach (var theme in s_themes)
            {
                var name = $"{figure.Id}-{theme}";
                var cached = Cached(input, library, figure.Id, theme);
                if (fresh.TryGetValue(name, out var svg))
                {
                    if (cached.Length > 0) Notebooks.AtomicFile.Write(cached, svg);
                }
                else if (File.Exists(cached)) svg = File.ReadAllText(cached);

                if (svg is null) complete = false;
                else File.WriteAllText(Path.Combine(folder, name + ".svg"), svg);
            }

            if (complete) found[figure.Id] = new FigurePictures($"figures/{figure.Id}-light.svg", $"figures/{figure.Id}-dark.svg", Width, HeightOf(figure));
        }

        return found;
    }

    /// <summary>Takes the light pictures as PNG, twice as large as the chart, for notebook readers that show nothing else.</summary>
    /// <returns>For each figure that could be taken, by its id, the picture in base64.</returns>
    public static IReadOnlyDictionary<string, string> TakeSnapshots(IReadOnlyList<FigureData> figures, PlotLibrary library, string browser) =>
        Photograph(figures, library, browser, "png", ["light"]).ToDictionary(picture => picture.Key[..^"-light".Length], picture => picture.Value, StringComparer.Ordinal);

    private static string Cached(SiteInput input, PlotLibrary library, string id, string theme) =>
        input.PictureCache is null ? "" : Path.Combine(input.PictureCache, $"{id}-{library.Version}-{theme}.svg");

    private static int HeightOf(FigureData figure) =>
        figure.Node["layouts"]?["light"]?["height"] is JsonValue height && height.TryGetValue<double>(out var pixels) ? (int)pixels : Height;

    private static Dictionary<string, string> Photograph(IReadOnlyList<FigureData> figures, PlotLibrary library, string browser, string format, IReadOnlyList<string> themes)
    {
        var studio = Directory.CreateTempSubdirectory("activation-notes-");
        try
        {
            File.WriteAllBytes(Path.Combine(studio.FullName, "plotly.js"), library.Script);
            var sitters = new JsonArray([.. figures.SelectMany(figure => themes.Select(theme => new JsonObject
            {
                ["name"] = $"{figure.Id}-{theme}",
                ["format"] = format,
                ["data"] = figure.Node["data"]?.DeepClone(),
                ["layout"] = figure.Node["layouts"]?[theme]?.DeepClone(),
                ["width"] = Width,
                ["height"] = HeightOf(figure),
            }))]);
            File.WriteAllText(Path.Combine(studio.FullName, "figures.js"), $"const sitters = {sitters.ToJsonString()};\n");
            File.WriteAllText(Path.Combine(studio.FullName, "studio.js"), SiteAsset.Read("studio.js"));
            File.WriteAllText(Path.Combine(studio.FullName, "studio.html"),
                "<!DOCTYPE html><meta charset=\"utf-8\"><div id=\"stage\"></div><pre id=\"result\"></pre>"
                + "<script src=\"figures.js\"></script><script src=\"studio.js\"></script><script src=\"plotly.js\"></script><script>takeAll();</script>");
            return Develop(HeadlessBrowser.Run(browser, Path.Combine(studio.FullName, "profile"), "--virtual-time-budget=120000", "--dump-dom", new Uri(Path.Combine(studio.FullName, "studio.html")).AbsoluteUri));
        }
        finally
        {
            studio.Delete(recursive: true);
        }
    }

    // A browser that fails gives no pictures: pages still say in words and numbers what the figures show.
    private static Dictionary<string, string> Develop(string page)
    {
        var text = new HtmlParser().ParseDocument(page).QuerySelector("#result")?.TextContent ?? "";
        try
        {
            return text.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
