using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Notebooks;

/// <summary>Puts new outputs into the text of a notebook's file and leaves every other byte of it alone.</summary>
internal static class OutputSplice
{
    // The members of a cell lie in the file's object, its list of cells, and the cell.
    private const int Depth = 3;

    private static readonly string[] s_members = ["execution_count", "outputs"];

    /// <summary>The text of the file with the outputs and execution counts of these cells.</summary>
    /// <param name="file">A notebook file.</param>
    /// <param name="cells">Its cells, all of them.</param>
    public static string Write(ReadOnlySpan<byte> file, IReadOnlyList<Cell> cells)
    {
        var indentation = Indentation(file);
        var edits = new List<(int Start, int End, string Text)>();
        var reader = new Utf8JsonReader(file, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isList = reader.ValueSpan.SequenceEqual("cells"u8);
            reader.Read();
            if (!isList || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            // Of two members of one name the last counts, here as for all readers.
            edits.Clear();
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                if (reader.TokenType == JsonTokenType.StartObject && index < cells.Count) Compare(file, ref reader, cells[index], indentation, edits);
                else reader.Skip();
            }
        }

        var text = new StringBuilder(file.Length);
        var copied = 0;
        foreach (var (start, end, replacement) in edits)
        {
            text.Append(Encoding.UTF8.GetString(file[copied..start])).Append(replacement);
            copied = end;
        }

        return text.Append(Encoding.UTF8.GetString(file[copied..])).ToString();
    }

    // From the opening brace of a cell to its closing one.
    private static void Compare(ReadOnlySpan<byte> file, ref Utf8JsonReader reader, Cell cell, string indentation, List<(int Start, int End, string Text)> edits)
    {
        var (begin, first) = ((int)reader.BytesConsumed, edits.Count);
        var missing = s_members.Where(name => cell.Kind == CellKind.Code && cell.Node.ContainsKey(name)).ToList();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Encoding.UTF8.GetString(reader.ValueSpan);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var end = (int)reader.BytesConsumed;
            if (cell.Kind != CellKind.Code || !s_members.Contains(name)) continue;
            missing.Remove(name);
            if (!JsonNode.DeepEquals(JsonText.Parse(file[start..end]), cell.Node[name]))
                edits.Add((start, end, JsonText.Indented(cell.Node[name], Depth, indentation)));
        }

        // Jupyter's order is that of the alphabet, but no reader minds another.
        if (missing.Count > 0)
            edits.Insert(first, (begin, begin, string.Concat(missing.Select(name => $"\"{name}\": {JsonText.Indented(cell.Node[name], Depth, indentation)}, "))));
    }

    // What comes before the first member of the file, on its own line; one space when all is on one line.
    private static string Indentation(ReadOnlySpan<byte> file)
    {
        var before = file[(file.IndexOf((byte)'{') + 1)..];
        before = before[..before.IndexOf((byte)'"')];
        var line = before.LastIndexOf((byte)'\n');
        return line < 0 ? " " : Encoding.UTF8.GetString(before[(line + 1)..]);
    }
}
