using System.Globalization;
using System.Text;
using ActivationNotes.Course.Replication;
using ActivationNotes.Course.Site.Content;
using ActivationNotes.Course.Site.Document;
using ActivationNotes.Course.Site.Figures;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>Writes the blocks of a lesson as HTML. Parts that may scroll are named groups: regions would be landmarks, and pages have dozens.</summary>
/// <param name="pictures">The static pictures of figures, by the figure's id.</param>
/// <param name="replications">What other seeds said of the lesson's claims, by their ids.</param>
internal sealed class BlockWriter(IReadOnlyDictionary<string, FigurePictures> pictures, IReadOnlyDictionary<string, Replicated> replications)
{
    private const int LongestOpenDescription = 320;

    private readonly StringBuilder _html = new();
    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);

    /// <summary>The blocks as one fragment.</summary>
    public static string Write(IEnumerable<Block> blocks, IReadOnlyDictionary<string, FigurePictures> pictures, IReadOnlyDictionary<string, Replicated> replications)
    {
        var writer = new BlockWriter(pictures, replications);
        writer.WriteAll(blocks);
        return writer._html.ToString();
    }

    private void WriteAll(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ProseBlock prose: Line($"<div class=\"prose\">{prose.Html}</div>"); break;
                case CodeBlock code: Write(code); break;
                case FigureBlock figure: Write(figure); break;
                case ClaimsBlock claims: Write(claims); break;
                case MarkupBlock markup: Line($"<div class=\"output markup wide\" tabindex=\"0\" role=\"group\" aria-label=\"Output\">{markup.Html}</div>"); break;
                case TextBlock text: Write(text); break;
                case PictureBlock picture: Line($"<p class=\"output\"><img src=\"{Escape(picture.Address)}\" alt=\"{Escape(picture.Description)}\"></p>"); break;
                case FoldedBlock folded: Write(folded); break;
                case ExerciseBlock exercise: Write(exercise); break;
                case StopBlock stop: Write(stop.Stop); break;
                default: throw new InvalidOperationException($"There is no markup for {block.GetType().Name}.");
            }
        }
    }

    private void Write(CodeBlock code)
    {
        if (string.IsNullOrWhiteSpace(code.Code)) return;
        var listing = $"<div class=\"code\"><pre tabindex=\"0\" aria-label=\"C# code\" role=\"group\"><code>{CodeHighlighter.ToHtml(code.Code, code.Language)}</code></pre></div>";
        Line(code.Folded ? $"<details class=\"fold code-fold\"><summary>Code of what follows</summary>{listing}</details>" : listing);
    }

    private void Write(TextBlock text)
    {
        if (string.IsNullOrWhiteSpace(text.Text)) return;
        var name = text.Kind switch { "error" => "Error", "stderr" => "Messages", _ => "Output" };
        Line($"<pre class=\"output text {text.Kind}\" tabindex=\"0\" role=\"group\" aria-label=\"{name}\">{AnsiText.ToHtml(text.Text.TrimEnd('\n'))}</pre>");
    }

    // A claim is asserted where it is measured, and once more in the lesson's summary: links lead to the first place.
    private void Write(ClaimsBlock claims) => Line(ClaimsTable.Write(claims.Claims, "Claims", replications,
        claim => $"<th scope=\"row\"{(_claims.Add(claim.Id) ? $" id=\"{Escape(claim.Anchor)}\"" : "")}>{Escape(claim.Id)}</th>").TrimEnd('\n'));

    private void Write(FigureBlock block)
    {
        var figure = block.Figure;
        var id = figure.Id;
        var name = $"Figure {block.Number}";
        Line($"<figure class=\"figure\" id=\"{block.Anchor}\" data-figure=\"{id}\">");
        Line($"<p class=\"figure-title\">{Escape(figure.Title)}</p>");
        if (figure.LeastWidth > 0) Line($"<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Chart of {name}\">");
        var width = figure.LeastWidth > 0 ? string.Create(CultureInfo.InvariantCulture, $" style=\"min-width:{figure.LeastWidth}px\"") : "";
        Line($"<div class=\"plot\"{width} role=\"img\" aria-label=\"{Escape(figure.Title)}\" aria-describedby=\"{id}-alt\">");
        if (pictures.TryGetValue(id, out var picture))
        {
            Write("light", picture.Wide, picture.Wide.Light, picture.Narrow, picture.Narrow?.Light);
            Write("dark", picture.Wide, picture.Wide.Dark, picture.Narrow, picture.Narrow?.Dark);
        }
        else
        {
            Line("<p class=\"no-picture\">The chart appears when this page may run scripts. What it shows:</p>");
        }

        Line($"</div>{(figure.LeastWidth > 0 ? "</div>" : "")}<div class=\"controls\"></div>");
        Line($"<figcaption><b>{name}.</b> {Escape(figure.Caption)}</figcaption>");
        WriteWords(figure, name);
        if (figure.Rows.Count > 0)
            Line(string.Create(CultureInfo.InvariantCulture,
                $"<details class=\"fold data\"><summary>Data of {name}</summary><iframe src=\"{TablePage.FileName(figure)}\" height=\"{TablePage.Height(figure)}\" title=\"Data of {name}\" loading=\"lazy\"></iframe></details>"));
        Line("</figure>");
    }

    // A long description is there for who needs it; below the picture it would only keep everybody else from the next sentence.
    private void WriteWords(FigureData figure, string name)
    {
        var words = Escape(figure.Alternative);
        Line(figure.Alternative.Length <= LongestOpenDescription
            ? $"<p class=\"alternative\" id=\"{figure.Id}-alt\"><b>In words:</b> {words}</p>"
            : $"<details class=\"fold\"><summary>{name} in words</summary><p class=\"alternative\" id=\"{figure.Id}-alt\">{words}</p></details>");
    }

    // Where a page stacks the panels of a chart, the picture does so too; paper is wide.
    private void Write(string theme, PicturePair wide, string wideFile, PicturePair? narrow, string? narrowFile)
    {
        var source = narrow is null ? "" : string.Create(CultureInfo.InvariantCulture,
            $"<source media=\"screen and (max-width: 600px)\" srcset=\"{narrowFile}\" width=\"{narrow.Width}\" height=\"{narrow.Height}\">");
        Line(string.Create(CultureInfo.InvariantCulture,
            $"<picture>{source}<img class=\"picture only-{theme}\" src=\"{wideFile}\" width=\"{wide.Width}\" height=\"{wide.Height}\" alt=\"\" loading=\"lazy\"></picture>"));
    }

    private void Write(FoldedBlock folded)
    {
        Line($"<details class=\"fold {folded.Kind}\"><summary>{folded.Summary}</summary>");
        WriteAll(folded.Blocks);
        Line("</details>");
    }

    private void Write(ExerciseBlock exercise)
    {
        var number = exercise.Number.ToString(CultureInfo.InvariantCulture);
        Line($"<section class=\"exercise\" aria-label=\"Exercise {number}\"><p class=\"exercise-name\">Exercise {number}</p>");
        WriteAll(exercise.Blocks);
        Line("</section>");
    }

    private void Write(LessonStop stop)
    {
        Line($"<section class=\"stop\" id=\"stopped\" aria-label=\"Where this lesson stopped\"><p><b>This lesson stopped here.</b> {Escape(stop.Headline)}. What would follow was not run, so it is not shown.</p>");
        if (stop.Message.Length > 0) Line($"<pre class=\"output text error\" tabindex=\"0\" role=\"group\" aria-label=\"Error\">{AnsiText.ToHtml(stop.Message.TrimEnd())}</pre>");
        Line("</section>");
    }

    private void Line(string html) => _html.Append(html).Append('\n');
}
