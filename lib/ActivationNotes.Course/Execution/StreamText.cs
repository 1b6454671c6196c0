using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>What a cell prints to one stream; past a limit the notebook keeps the beginning, and a file the whole.</summary>
/// <param name="name">"stdout" or "stderr".</param>
/// <param name="node">The output whose text this becomes.</param>
/// <param name="openSpill">Opens the file for the whole, when it is needed.</param>
/// <param name="spillName">What the notice calls that file.</param>
public sealed class StreamText(string name, JsonObject node, Func<TextWriter> openSpill, string spillName)
{
    /// <summary>The number of lines a notebook keeps.</summary>
    public const int MaximumLines = 2_000;

    /// <summary>The number of characters a notebook keeps.</summary>
    public const int MaximumLength = 200_000;

    private readonly StringBuilder _kept = new();
    private TextWriter? _spill;
    private long _lines;
    private bool _full;
    private bool _unended;

    /// <summary>Whether a text is more than a notebook keeps.</summary>
    public static bool IsTooLong(string text) => text.Length > MaximumLength || text.AsSpan().Count('\n') > MaximumLines;

    /// <summary>"stdout" or "stderr".</summary>
    public string Name { get; } = name;

    /// <summary>Takes the next piece.</summary>
    public void Append(string text)
    {
        if (!_full)
        {
            var room = Room(text);
            _kept.Append(text, 0, room);
            if (room < text.Length)
            {
                _full = true;
                _spill = openSpill();
                _spill.Write(_kept);
                _spill.Write(text.AsSpan(room));
            }
        }
        else
        {
            _spill!.Write(text);
        }

        _lines += text.AsSpan().Count('\n');
        if (text.Length > 0) _unended = text[^1] != '\n';
    }

    /// <summary>Stores the text in the output.</summary>
    public void Close()
    {
        var text = Overtyped(_kept.ToString());
        if (_full)
        {
            _spill!.Dispose();
            _spill = null;
            _full = false;
            if (!text.EndsWith('\n')) text += "\n";
            text += string.Create(CultureInfo.InvariantCulture, $"[… cut off here: {_lines + (_unended ? 1 : 0)} lines in all, the whole is in {spillName}]\n");
        }

        node["text"] = NotebookText.Split(text);
    }

    // What a terminal would show: a carriage return goes back to the start of the line, a backspace one character.
    private static string Overtyped(string text)
    {
        if (!text.AsSpan().ContainsAny('\r', '\b')) return text;
        var shown = new StringBuilder(text.Length);
        var line = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            switch (character)
            {
                case '\n':
                    shown.Append(character);
                    line = shown.Length;
                    break;
                case '\r':
                    // Before a line feed it ends the line; at the very end nothing has been typed over anything yet.
                    var next = index + 1;
                    while (next < text.Length && text[next] == '\r') next++;
                    if (next == text.Length) shown.Append(character);
                    else if (text[next] != '\n') shown.Length = line;
                    break;
                case '\b' when shown.Length > line:
                    shown.Length -= shown.Length - line > 1 && char.IsSurrogatePair(shown[^2], shown[^1]) ? 2 : 1;
                    break;
                case '\b':
                    break;
                default:
                    shown.Append(character);
                    break;
            }
        }

        return shown.ToString();
    }

    // How much of a text still fits; a surrogate pair stays whole.
    private int Room(string text)
    {
        var room = Math.Min(text.Length, MaximumLength - _kept.Length);
        var lines = MaximumLines - _lines;
        if (lines <= 0) return 0;
        for (var index = 0; index < room; index++)
        {
            if (text[index] == '\n' && --lines == 0) return index + 1;
        }

        return room < text.Length && room > 0 && char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
    }
}
