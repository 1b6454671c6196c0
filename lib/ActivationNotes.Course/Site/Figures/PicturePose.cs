using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Site.Figures;

/// <summary>How a figure sits for one picture.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Theme">"light" or "dark".</param>
/// <param name="Narrow">Whether the picture is for a page as narrow as a phone's.</param>
internal sealed record PicturePose(FigureData Figure, string Theme, bool Narrow)
{
    /// <summary>What distinguishes it from the other pictures of the figure.</summary>
    public string Suffix => (Narrow ? "-narrow-" : "-") + Theme;

    /// <summary>The name of the picture.</summary>
    public string Name => Figure.Id + Suffix;

    /// <summary>The layout, with what differs on a narrow page in its place; a copy of its own at each call.</summary>
    public JsonObject Layout
    {
        get
        {
            var layout = Figure.Node["layouts"]?[Theme]?.DeepClone().AsObject() ?? [];
            if (Narrow && Figure.Node["narrow"]?[Theme] is JsonObject changes)
                foreach (var (name, value) in changes) layout[name] = value?.DeepClone();
            return layout;
        }
    }
}
