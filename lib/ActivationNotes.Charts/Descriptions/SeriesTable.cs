using ActivationNotes.Charts.Drawing;

namespace ActivationNotes.Charts.Descriptions;

/// <summary>Curves as a table.</summary>
internal static class SeriesTable
{
    /// <summary>One column of x and one for each series when they share x; else one row for each point, with its series.</summary>
    public static FigureTable Of(IReadOnlyList<Series> series, AxisOptions x, AxisOptions y) =>
        series.All(one => one.X.SequenceEqual(series[0].X) && one.Labels is null) ? Wide(series, x, y) : Long(series, x, y);

    private static FigureTable Wide(IReadOnlyList<Series> series, AxisOptions x, AxisOptions y)
    {
        List<string> columns = [x.Title];
        List<IReadOnlyList<double>> values = [series[0].X];
        foreach (var one in series)
        {
            columns.Add($"{one.Name} {y.Unit}".TrimEnd());
            values.Add(one.Y);
            if (one is not { Low: { } low, High: { } high }) continue;
            columns.AddRange([$"{one.Name}, lower end of {one.BandName}", $"{one.Name}, upper end of {one.BandName}"]);
            values.AddRange([low, high]);
        }

        var rows = Thinning.Spread(series[0].X.Count, FigureTable.MaximumRows);
        return new(columns, [.. rows.Select(row => values.ConvertAll(column => Cell(column[row])))], Note(rows.Count, series[0].X.Count));
    }

    private static FigureTable Long(IReadOnlyList<Series> series, AxisOptions x, AxisOptions y)
    {
        var labelled = series.Any(one => one.Labels is not null);
        List<IReadOnlyList<object?>> rows = [];
        foreach (var one in series)
            foreach (var i in Thinning.Spread(one.X.Count, FigureTable.MaximumRows))
                rows.Add(labelled ? [one.Name, one.Labels?[i], Cell(one.X[i]), Cell(one.Y[i])] : [one.Name, Cell(one.X[i]), Cell(one.Y[i])]);
        return new(labelled ? ["series", "point", x.Title, y.Title] : ["series", x.Title, y.Title], rows, Note(rows.Count, series.Sum(one => one.X.Count)));
    }

    /// <summary>A number as a cell of a table.</summary>
    public static object? Cell(double value) => Rounding.Round(value);

    /// <summary>What was left out.</summary>
    public static string Note(int shown, int all) =>
        shown == all ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{shown} of {all:N0} points");
}
