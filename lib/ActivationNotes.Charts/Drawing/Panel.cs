namespace ActivationNotes.Charts.Drawing;

/// <summary>The place of one chart on a canvas, counted from 0, with its share of the width and of the height.</summary>
internal sealed record Panel(int Index, (double From, double To) Across, (double From, double To) Up)
{
    /// <summary>The only panel of a canvas.</summary>
    public static Panel Whole { get; } = new(0, (0, 1), (0, 1));

    /// <summary>Names of series that an earlier panel has in the legend already: one entry speaks for both.</summary>
    public IReadOnlyCollection<string> NamedBefore { get; init; } = [];

    /// <summary>The scale of colours for a panel that has one; drawn last by the last of the panels that share it.</summary>
    public ColourScale Colours { get; init; } = new(0, null);

    /// <summary>What plotly.js appends to the names of this panel's axes.</summary>
    public string Suffix => SuffixOf(Index);

    /// <summary>The name of this panel's horizontal axis in a trace.</summary>
    public string X => "x" + Suffix;

    /// <summary>The name of this panel's vertical axis in a trace.</summary>
    public string Y => "y" + Suffix;

    /// <summary>What plotly.js appends to the name of the first, second, third thing of a kind: nothing, 2, 3.</summary>
    public static string SuffixOf(int index) => index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);
}
