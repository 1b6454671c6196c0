using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ActivationNotes.Charts.Html;

/// <summary>A figure as a fragment that works in a notebook's output: readable as it is, interactive once the script beside plotly.js has run.</summary>
internal static class FigureHtml
{
    private static readonly string[] s_drawn = ["data", "layouts", "narrow", "config", "frames"];
    private static readonly Lazy<string> s_script = new(ReadScript);

    /// <summary>The fragment.</summary>
    public static string Write(Figure figure, JsonObject json)
    {
        var drawn = new JsonObject();
        foreach (var name in s_drawn)
        {
            if (json[name] is { } part) drawn[name] = part.DeepClone();
        }

        // No element has an id: the same figure may be shown twice on a page.
        var html = new StringBuilder();
        html.Append($"<div class=\"an-figure\" data-figure=\"{figure.Id}\"><p><strong>{Escape(figure.Title)}</strong></p>");
        html.Append($"<div class=\"an-plot\" role=\"img\" aria-label=\"{Escape($"{figure.Title}. {figure.Alternative}")}\"></div><div class=\"an-controls\"></div>");
        if (figure.Caption.Length > 0) html.Append($"<p>{Escape(figure.Caption)}</p>");
        // The style sheet of the classic notebook would take the triangle away.
        html.Append($"<details><summary style=\"display:list-item\">In words and numbers</summary><p>{Escape(figure.Alternative)}</p><div tabindex=\"0\" role=\"region\" aria-label=\"Data of {Escape(figure.Title)}\" style=\"overflow:auto;max-height:32em\">");
        WriteTable(html, figure.Table);
        html.Append("</div></details>");
        // The default encoder escapes < and >, so the data cannot end the element it stands in.
        html.Append($"<script type=\"application/json\" class=\"an-data\">{drawn.ToJsonString()}</script></div>");
        return html.ToString();
    }

    /// <summary>
    /// The script that draws every figure of a page, now and whenever one appears; it travels with plotly.js, without which it
    /// could draw none. It may run any number of times.
    /// </summary>
    public static string Script => $"<script>{s_script.Value}</script>";

    private static void WriteTable(StringBuilder html, FigureTable table)
    {
        html.Append("<table><thead><tr>");
        foreach (var column in table.Columns) html.Append($"<th scope=\"col\">{Escape(column)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row) html.Append($"<td>{Escape(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")}</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        if (table.Note.Length > 0) html.Append($"<p>{Escape(table.Note)}</p>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string ReadScript()
    {
        using var stream = typeof(FigureHtml).Assembly.GetManifestResourceStream("figure.js")
            ?? throw new InvalidOperationException("The resource figure.js is missing from ActivationNotes.Charts.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
