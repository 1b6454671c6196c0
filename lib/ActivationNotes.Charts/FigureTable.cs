using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts;

/// <summary>The data of a figure, in columns, thinned and rounded to what one can read.</summary>
/// <param name="Columns">Names with units.</param>
/// <param name="Rows">Cells: a number (<see cref="double"/>), words (<see cref="string"/>), or null where there is no value.</param>
/// <param name="Note">What was left out, for example "26 of 1,000 points"; empty when nothing was.</param>
public sealed record FigureTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, string Note = "")
{
    /// <summary>The most rows that a table of a figure has per series.</summary>
    public const int MaximumRows = 26;

    /// <summary>About the most rows that a table of a slider has, over all its places.</summary>
    public const int MaximumSliderRows = 80;

    /// <summary>Several tables in one: below each other, with a first column that tells them apart, when they have the same columns; else beside each other.</summary>
    internal static FigureTable Together(string whatDiffers, IReadOnlyList<string> names, IReadOnlyList<FigureTable> tables)
    {
        var note = string.Join("; ", tables.Select(table => table.Note).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));
        if (tables.Skip(1).All(table => table.Columns.SequenceEqual(tables[0].Columns)))
        {
            return new FigureTable([whatDiffers, .. tables[0].Columns],
                [.. tables.SelectMany((table, index) => table.Rows.Select(row => (IReadOnlyList<object?>)[names[index], .. row]))], note);
        }

        // Short ones end early.
        return new FigureTable(
            [.. tables.SelectMany((table, index) => table.Columns.Select(column => $"{names[index]}: {column}"))],
            [.. Enumerable.Range(0, tables.Max(table => table.Rows.Count)).Select(row => (IReadOnlyList<object?>)
                [.. tables.SelectMany(table => row < table.Rows.Count ? table.Rows[row] : Enumerable.Repeat<object?>(null, table.Columns.Count))])], note);
    }

    /// <summary>The same table with at most so many rows, evenly spread, and a note of how many there were.</summary>
    internal FigureTable Thinned(int most) => Rows.Count <= most ? this : this with
    {
        Rows = [.. Thinning.Spread(Rows.Count, most).Select(row => Rows[row])],
        Note = string.Create(CultureInfo.InvariantCulture, $"{most} of {Rows.Count} rows at each place of the slider"),
    };
}
