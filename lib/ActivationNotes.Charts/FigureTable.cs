namespace ActivationNotes.Charts;

/// <summary>The data of a figure, in columns, thinned and rounded to what one can read.</summary>
/// <param name="Columns">Names with units.</param>
/// <param name="Rows">Cells: a number (<see cref="double"/>), words (<see cref="string"/>), or null where there is no value.</param>
/// <param name="Note">What was left out, for example "26 of 1,000 points"; empty when nothing was.</param>
public sealed record FigureTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, string Note = "")
{
    /// <summary>The most rows that a table of a figure has per series.</summary>
    public const int MaximumRows = 26;
}
