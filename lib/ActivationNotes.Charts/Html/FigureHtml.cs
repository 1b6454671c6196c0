using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ActivationNotes.Charts.Html;

/// <summary>A figure as a fragment that works in a notebook's output: readable as it is, interactive once its script has run.</summary>
internal static class FigureHtml
{
    private static readonly string[] s_drawn = ["data", "layouts", "config", "frames"];
    private static readonly Lazy<string> s_script = new(ReadScript);

    /// <summary>The fragment.</summary>
    public static string Write(Figure figure, JsonObject json)
    {
        var drawn = new JsonObject();
        foreach (var name in s_drawn)
        {
            if (json[name] is { } part) drawn[name] = part.DeepClone();
        }

        var id = figure.Id;
        var html = new StringBuilder();
        html.Append($"<div class=\"an-figure\" data-figure=\"{id}\"><p><strong>{Escape(figure.Title)}</strong></p>");
        html.Append($"<div class=\"an-plot\" role=\"img\" aria-label=\"{Escape(figure.Title)}\" aria-describedby=\"{id}-alt\"></div><div class=\"an-controls\"></div>");
        if (figure.Caption.Length > 0) html.Append($"<p>{Escape(figure.Caption)}</p>");
        html.Append($"<details><summary>In words and numbers</summary><p id=\"{id}-alt\">{Escape(figure.Alternative)}</p>");
        WriteTable(html, figure.Table);
        html.Append("</details>");
        // The default encoder escapes < and >, so the data cannot end the element it stands in.
        html.Append($"<script type=\"application/json\" class=\"an-data\">{drawn.ToJsonString()}</script></div>");
        return html.Append(Script("draw")).ToString();
    }

    /// <summary>The script of all figures, told what to do. It may run any number of times.</summary>
    public static string Script(string task) => $"<script>{s_script.Value.Replace("/*task*/", task, StringComparison.Ordinal)}</script>";

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
