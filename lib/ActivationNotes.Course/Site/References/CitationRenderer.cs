using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ActivationNotes.Course.Site.References;

/// <summary>Writes citations as links to the list of works: (LeCun et al. 1998, section 4.3).</summary>
/// <param name="bibliography">The works.</param>
/// <param name="place">Where the text is from, for errors.</param>
public sealed class CitationRenderer(Bibliography bibliography, string place) : HtmlObjectRenderer<CitationInline>
{
    private readonly List<string> _keys = [];

    /// <summary>The file of the list of works.</summary>
    public const string Page = "references.html";

    /// <summary>The works cited so far, each once.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CitationInline obj)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(obj);
        renderer.Write("(");
        for (var index = 0; index < obj.Citations.Count; index++)
        {
            var (key, locator) = obj.Citations[index];
            if (!bibliography.Works.TryGetValue(key, out var work))
                throw new CourseException($"{place}: the work \"{key}\" is cited but is not in data/references.json. Add it there, or correct the name.");
            if (!_keys.Contains(key)) _keys.Add(key);
            if (index > 0) renderer.Write("; ");
            renderer.Write($"<a href=\"{Page}#{key}\">{WebUtility.HtmlEncode(work.Label)}</a>{(locator.Length > 0 ? ", " + WebUtility.HtmlEncode(locator) : "")}");
        }

        renderer.Write(")");
    }
}
