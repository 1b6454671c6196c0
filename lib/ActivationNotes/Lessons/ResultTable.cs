using System.Globalization;
using System.Net;
using System.Text;
using ActivationNotes.Rendering;

namespace ActivationNotes.Lessons;

/// <summary>A small table of results with named columns. It renders itself in any notebook, the same in each.</summary>
/// <example><code>new ResultTable(["x", "slope"], [[0, 0.25], [5, 0.0066]])</code></example>
[TypeFormatterSource(typeof(RichOutputFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class ResultTable : IRichOutput
{
    private readonly string[][] _cells;

    /// <summary>Lays out rows of values.</summary>
    /// <param name="columns">Headings, with units.</param>
    /// <param name="rows">Rows as wide as the headings: words, or numbers, which are written with six digits. The first cell names its row.</param>
    /// <exception cref="ArgumentException">A row is not as wide as the headings.</exception>
    public ResultTable(IReadOnlyList<string> columns, IReadOnlyList<object[]> rows)
    {
        foreach (var (index, row) in rows.Index())
            if (row.Length != columns.Count)
                throw new ArgumentException($"Row {index} has {row.Length} cells for {columns.Count} columns.", nameof(rows));
        Columns = [.. columns];
        _cells = [.. rows.Select(row => row.Select(Write).ToArray())];
    }

    /// <summary>Headings.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The cells as they are shown.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _cells;

    /// <summary>The table as a fragment of a page.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<table class=\"results\"><thead><tr>");
        foreach (var column in Columns) html.Append("<th scope=\"col\" style=\"text-align:left\">").Append(WebUtility.HtmlEncode(column)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in _cells)
        {
            html.Append("<tr><th scope=\"row\" style=\"text-align:left\">").Append(WebUtility.HtmlEncode(row[0])).Append("</th>");
            foreach (var cell in row.Skip(1)) html.Append("<td style=\"text-align:left\">").Append(WebUtility.HtmlEncode(Unbroken(cell))).Append("</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>The table as text in aligned columns.</summary>
    public override string ToString()
    {
        string[][] lines = [[.. Columns], .. _cells];
        var widths = Columns.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        return string.Join('\n', lines.Select(line => string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    string? IRichOutput.Render(string mimeType) => mimeType switch
    {
        MimeTypes.Html => ToHtml(),
        MimeTypes.Text => ToString(),
        _ => null,
    };

    // A sign alone on the next line says nothing.
    private static string Unbroken(string cell) => cell.Replace(" %", "\u00A0%", StringComparison.Ordinal);

    private static string Write(object? value) => value switch
    {
        null => "",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        float number => number.ToString("G6", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
