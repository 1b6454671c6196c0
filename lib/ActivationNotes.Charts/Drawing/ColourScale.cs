namespace ActivationNotes.Charts.Drawing;

/// <summary>A scale of colours, which several panels may share.</summary>
/// <param name="Index">Which one of its canvas, counted from 0.</param>
/// <param name="Amounts">What its ends stand for; null for the amounts of the one panel that has it.</param>
internal sealed record ColourScale(int Index, (double From, double To)? Amounts)
{
    /// <summary>What plotly.js appends to the name of its colour axis.</summary>
    public string Suffix => Panel.SuffixOf(Index);
}
