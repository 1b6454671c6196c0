namespace ActivationNotes.Charts.Drawing;

/// <summary>Something drawn over a chart to point at what matters.</summary>
/// <param name="Kind">What is drawn.</param>
/// <param name="A">Start of a region, place of a line, or x of a point.</param>
/// <param name="B">End of a region, or y of a point.</param>
/// <param name="Label">What it says.</param>
internal sealed record Decoration(DecorationKind Kind, double A, double B, string Label);
