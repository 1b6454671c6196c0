using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Site.Figures;

/// <summary>
/// Takes the static pictures of figures, from the real charts, in headless Chromium, of which each processor runs one. They are what paper, a page
/// without scripts and a page that has not loaded plotly.js yet show. Without a browser there are none, and nothing fails.
/// </summary>
public static class FigurePhotographer
{
    private const int Width = 720, Height = 440;
    private const int NarrowWidth = 360, NarrowHeight = 340;
    private static readonly string[] s_themes = ["light", "dark"];

    /// <summary>Writes the pictures that can be had into a folder.</summary>
    /// <returns>For each figure that has pictures, by its id, where they are relative to a page.</returns>
    public static IReadOnlyDictionary<string, FigurePictures> Take(IReadOnlyList<FigureData> figures, PlotLibrary library, SiteInput input, string folder)
    {
        var wanted = figures.SelectMany(figure => Poses(figure, s_themes)).ToArray();
        var missing = wanted.Where(pose => !File.Exists(Cached(input, library, pose))).ToArray();
        var fresh = missing.Length > 0 && input.Browser is not null ? Photograph(missing, library, input.Browser, "svg") : [];
        Directory.CreateDirectory(folder);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pose in wanted)
        {
            var cached = Cached(input, library, pose);
            if (fresh.TryGetValue(pose.Name, out var svg))
            {
                if (cached.Length > 0) Notebooks.AtomicFile.Write(cached, svg);
            }
            else if (File.Exists(cached)) svg = File.ReadAllText(cached);

            if (svg is null) continue;
            File.WriteAllText(Path.Combine(folder, pose.Name + ".svg"), svg);
            taken.Add(pose.Name);
        }

        return figures.DistinctBy(figure => figure.Id)
            .Where(figure => Poses(figure, s_themes).All(pose => taken.Contains(pose.Name)))
            .ToDictionary(figure => figure.Id, figure => new FigurePictures(Pair(figure, narrow: false)!, Pair(figure, narrow: true)), StringComparer.Ordinal);
    }

    /// <summary>Takes the light pictures as PNG, twice as large as the chart, for notebook readers that show nothing else.</summary>
    /// <returns>For each figure that could be taken, by its id, the picture in base64.</returns>
    public static IReadOnlyDictionary<string, string> TakeSnapshots(IReadOnlyList<FigureData> figures, PlotLibrary library, string browser) =>
        Photograph([.. figures.SelectMany(figure => Poses(figure, ["light"]).Where(pose => !pose.Narrow))], library, browser, "png")
            .ToDictionary(picture => picture.Key[..^"-light".Length], picture => picture.Value, StringComparer.Ordinal);

    /// <summary>Whether every figure of a site has its pictures.</summary>
    /// <param name="site">The folder that holds index.html.</param>
    public static bool IsComplete(string site)
    {
        var folder = Path.Combine(site, "figures");
        return !Directory.Exists(folder) || Directory.EnumerateFiles(folder, "*.js").All(script => s_themes.All(theme => File.Exists($"{Path.ChangeExtension(script, null)}-{theme}.svg")));
    }

    private static string Cached(SiteInput input, PlotLibrary library, PicturePose pose) =>
        input.PictureCache is null ? "" : Path.Combine(input.PictureCache, $"{pose.Figure.Id}-{library.Version}{pose.Suffix}.svg");

    // A figure that does not fit a narrow page keeps its width, and scrolls there.
    private static IEnumerable<PicturePose> Poses(FigureData figure, IReadOnlyList<string> themes) => themes.SelectMany(theme =>
        figure.LeastWidth > NarrowWidth ? [new PicturePose(figure, theme, Narrow: false)] : new[] { new PicturePose(figure, theme, Narrow: false), new PicturePose(figure, theme, Narrow: true) });

    private static PicturePair? Pair(FigureData figure, bool narrow)
    {
        PicturePose[] pair = [.. Poses(figure, s_themes).Where(pose => pose.Narrow == narrow)];
        return pair.Length == 0 ? null : new PicturePair($"figures/{pair[0].Name}.svg", $"figures/{pair[1].Name}.svg", narrow ? NarrowWidth : Width, HeightOf(pair[0]));
    }

    private static int HeightOf(PicturePose pose) =>
        pose.Layout["height"] is JsonValue height && height.TryGetValue<double>(out var pixels) ? (int)pixels : pose.Narrow ? NarrowHeight : Height;

    // A page draws with one processor. The poses of a figure are next to each other and take equally long, so they go to different pages.
    private static Dictionary<string, string> Photograph(IReadOnlyList<PicturePose> poses, PlotLibrary library, string browser, string format) =>
        poses.Index().GroupBy(pose => pose.Index % Environment.ProcessorCount, pose => pose.Item).AsParallel()
            .SelectMany(page => PhotographOnOnePage([.. page], library, browser, format)).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> PhotographOnOnePage(IReadOnlyList<PicturePose> poses, PlotLibrary library, string browser, string format)
    {
        using var studio = new TemporaryFolder();
        File.WriteAllBytes(studio.Entry("plotly.js"), library.Script);
        var sitters = new JsonArray([.. poses.Select(pose => new JsonObject
        {
            ["name"] = pose.Name,
            ["format"] = format,
            ["data"] = pose.Figure.Node["data"]?.DeepClone(),
            ["layout"] = pose.Layout,
            ["width"] = pose.Narrow ? NarrowWidth : Width,
            ["height"] = HeightOf(pose),
        })]);
        File.WriteAllText(studio.Entry("figures.js"), $"const sitters = {sitters.ToJsonString()};\n");
        File.WriteAllText(studio.Entry("studio.js"), SiteAsset.Read("studio.js"));
        File.WriteAllText(studio.Entry("studio.html"),
            "<!DOCTYPE html><meta charset=\"utf-8\"><pre id=\"result\"></pre>"
            + "<script src=\"figures.js\"></script><script src=\"studio.js\"></script><script src=\"plotly.js\"></script><script>takeAll();</script>");
        return Develop(HeadlessBrowser.Run(browser, studio.Entry("profile"), "--virtual-time-budget=120000", "--dump-dom", new Uri(studio.Entry("studio.html")).AbsoluteUri));
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
