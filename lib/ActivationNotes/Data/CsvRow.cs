using System.Globalization;

namespace ActivationNotes.Data;

/// <summary>One row of a file with a header. What it cannot give it names, with file, line and column.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Where in the file, from 1.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Fields">Their values, none blank.</param>
internal sealed record CsvRow(string Path, int Line, string[] Header, string[] Fields)
{
    /// <summary>The words of a column.</summary>
    public string Text(string column) => Fields[Array.IndexOf(Header, column)];

    /// <summary>The finite number of a column.</summary>
    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Error(column, "expected a number");

    /// <summary>The number of a column that must be above 0.</summary>
    public double Positive(string column) => Number(column) is > 0 and var value ? value : throw Error(column, "expected a number above 0");

    private InvalidDataException Error(string column, string expected) =>
        CsvFile.Error(Path, Line, $"the {column} is '{Text(column)}', {expected}.");
}
