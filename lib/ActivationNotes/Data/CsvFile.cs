using System.Text;

namespace ActivationNotes.Data;

/// <summary>Rows of comma-separated values, with the line each came from, so that an error can say where it is.</summary>
internal static class CsvFile
{
    /// <summary>The rows of a file that are not blank; fields may be quoted, a doubled quote stands for one.</summary>
    public static IEnumerable<(int Line, string[] Fields)> Read(string path)
    {
        var line = 0;
        foreach (var text in File.ReadLines(path, Encoding.UTF8))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text)) yield return (line, Fields(text, path, line));
        }
    }

    /// <summary>The rows below a header, each of as many fields, none blank.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The columns it must have, in this order.</param>
    /// <param name="key">The column whose values differ from row to row.</param>
    /// <exception cref="InvalidDataException">The file is not of that form; the message names file, line and column.</exception>
    public static IEnumerable<CsvRow> ReadTable(string path, string[] header, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, fields) in Read(path))
        {
            if (line == 1)
            {
                if (!fields.SequenceEqual(header)) throw Error(path, line, $"the header is not {string.Join(",", header)}.");
                continue;
            }
            if (fields.Length != header.Length) throw Error(path, line, $"{fields.Length} values, expected {header.Length}.");
            var blank = Array.FindIndex(fields, string.IsNullOrWhiteSpace);
            if (blank >= 0) throw Error(path, line, $"'{header[blank]}' is empty.");
            var row = new CsvRow(path, line, header, fields);
            if (!seen.Add(row.Text(key))) throw Error(path, line, $"the {key} '{row.Text(key)}' was used before.");
            yield return row;
        }
    }

    /// <summary>An error about one line of a file.</summary>
    public static InvalidDataException Error(string path, int line, string message) =>
        new($"{Path.GetFileName(path)}, line {line}: {message}");

    private static string[] Fields(string text, string path, int line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') { field.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }
        if (quoted) throw Error(path, line, "a quote is opened and never closed.");
        fields.Add(field.ToString());
        return [.. fields];
    }
}
