using System.Net;
using System.Text.RegularExpressions;
using ActivationNotes.Course.Site.Document;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>Gives links to figures and claims the number of what they lead to, so that they lead there on paper too.</summary>
/// <param name="lessons">All lessons.</param>
internal sealed partial class CrossReferences(IReadOnlyList<LessonDocument> lessons)
{
    private readonly Dictionary<string, string> _labels = lessons
        .SelectMany(lesson => lesson.Figures.Select(figure => (figure.Anchor, Label: $"Figure {figure.Number}")).Concat(lesson.Claims.Select(claim => (claim.Anchor, Label: $"claim {claim.Id}")))
            .Select(place => (Place: $"{lesson.FileName}#{place.Anchor}", place.Label)))
        .DistinctBy(place => place.Place, StringComparer.Ordinal).ToDictionary(place => place.Place, place => place.Label, StringComparer.Ordinal);

    /// <summary>The page with the numbers behind its links; a link that says its number already stays as it is.</summary>
    /// <param name="page">The page's file name.</param>
    /// <param name="html">The page.</param>
    public string Number(string page, string html) => Link().Replace(html, link =>
    {
        var target = Uri.UnescapeDataString(WebUtility.HtmlDecode(link.Groups["target"].Value));
        var text = link.Groups["text"].Value;
        if (!_labels.TryGetValue(target.StartsWith('#') ? page + target : target, out var label)) return link.Value;
        return text.Contains(Escape(label.Split(' ')[1]), StringComparison.Ordinal) ? link.Value : $"{link.Groups["start"].Value}{text}, {Escape(label)}</a>";
    });

    [GeneratedRegex("(?<start><a href=\"(?<target>[^\"#]*#(figure|claim)-[^\"]+)\"[^>]*>)(?<text>.*?)</a>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Link();
}
