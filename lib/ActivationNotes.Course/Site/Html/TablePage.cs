using ActivationNotes.Course.Site.Figures;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Html;

/// <summary>The table of a figure's data: a document of its own, which a page loads when a reader unfolds it, with or without scripts.
/// Within the page, the tables would be the heaviest part of it.</summary>
internal static class TablePage
{
    // In pixels of a page: a line of the table, and what the frame takes at most before it scrolls.
    private const int LineHeight = 34, GreatestHeight = 384;

    /// <summary>Where it stands, seen from the page.</summary>
    public static string FileName(FigureData figure) => $"figures/{figure.Id}-table.html";

    /// <summary>The height of its frame in pixels: that of the table, as far as it can be known, or less.</summary>
    public static int Height(FigureData figure) => Math.Min(GreatestHeight, LineHeight * (figure.Rows.Count + (figure.Note.Length > 0 ? 4 : 2)));

    /// <summary>Writes the document.</summary>
    public static string Write(FigureData figure) => $"""
        {PageShell.Beginning($"{figure.Title}: the data", "../")}
        </head>
        <body class="table">
        <main>
        <h1 class="unseen">{Escape(figure.Title)}: the data</h1>
        <table><thead><tr>{string.Concat(figure.Columns.Select(column => $"<th scope=\"col\">{Escape(column)}</th>"))}</tr></thead><tbody>
        {string.Concat(figure.Rows.Select(row => $"<tr>{string.Concat(row.Select(value => $"<td>{Escape(value)}</td>"))}</tr>\n"))}</tbody></table>
        {(figure.Note.Length > 0 ? $"<p>Of the data: {Escape(figure.Note)}.</p>" : "")}
        </main>
        </body>
        </html>

        """;
}
