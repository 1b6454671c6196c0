using ActivationNotes.Charts.Descriptions;

namespace ActivationNotes.Charts.Drawing;

/// <summary>Several charts side by side.</summary>
internal sealed record PanelsChart(IReadOnlyList<string> Titles, IReadOnlyList<Chart> Charts) : Chart
{
    private const double Gap = 0.12;

    /// <inheritdoc/>
    public override void Draw(Canvas canvas, Panel panel)
    {
        var width = (1 - (Gap * (Charts.Count - 1))) / Charts.Count;
        foreach (var (index, chart) in Charts.Index())
        {
            var from = index * (width + Gap);
            chart.Draw(canvas, new Panel(index, (from, from + width), (0, 0.92)) { NamedBefore = [.. Charts.Take(index).SelectMany(earlier => earlier.LegendNames)] });
            canvas.Annotation(new()
            {
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = Rounding.Round(from + (width / 2)),
                ["y"] = 0.94,
                ["yanchor"] = "bottom",
                ["xanchor"] = "center",
                ["text"] = $"<b>{System.Net.WebUtility.HtmlEncode(Titles[index])}</b>",
                ["showarrow"] = false,
            });
        }
    }

    /// <inheritdoc/>
    public override string Describe() => Sentences.Join(Charts.Select((chart, index) => $"Panel {index + 1}, {Titles[index]}: {chart.Describe()}"));

    /// <inheritdoc/>
    public override FigureTable Table()
    {
        var tables = Charts.Select(chart => chart.Table()).ToArray();
        if (tables.Skip(1).All(table => table.Columns.SequenceEqual(tables[0].Columns)))
        {
            return new FigureTable(["panel", .. tables[0].Columns],
                [.. tables.SelectMany((table, index) => table.Rows.Select(row => (IReadOnlyList<object?>)[Titles[index], .. row]))]);
        }

        // Panels of different kinds: their columns stand side by side, short ones end early.
        return new FigureTable(
            [.. tables.SelectMany((table, index) => table.Columns.Select(column => $"{Titles[index]}: {column}"))],
            [.. Enumerable.Range(0, tables.Max(table => table.Rows.Count)).Select(row => (IReadOnlyList<object?>)
                [.. tables.SelectMany(table => row < table.Rows.Count ? table.Rows[row] : Enumerable.Repeat<object?>(null, table.Columns.Count))])]);
    }
}
