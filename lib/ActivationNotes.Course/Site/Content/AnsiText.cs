using System.Globalization;
using System.Text;

namespace ActivationNotes.Course.Site.Content;

/// <summary>Text as a terminal would show it, as HTML.</summary>
public static class AnsiText
{
    private const char Escape = '\u001b';

    private static readonly string[] Colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    /// <summary>Escapes text; colours and weights become spans with classes <c>ansi-red</c>, <c>ansi-bright-red</c>, <c>ansi-on-red</c>,
    /// <c>ansi-bold</c>, <c>ansi-faint</c>, <c>ansi-italic</c>, <c>ansi-underline</c>.</summary>
    /// <param name="text">Output of a program, with or without terminal sequences.</param>
    /// <returns>HTML without any other markup. Other terminal sequences are dropped, other control characters are shown as their
    /// pictures (U+2400 and on), half a surrogate pair as U+FFFD.</returns>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 32);
        var style = default(Style);
        string? open = null;
        var index = 0;
        while (index < text.Length)
        {
            if (text[index] == Escape)
            {
                index = Sequence(text, index, ref style);
                continue;
            }
            var wanted = style.Classes();
            if (wanted != open)
            {
                if (open is not null) html.Append("</span>");
                if (wanted is not null) html.Append("<span class=\"").Append(wanted).Append("\">");
                open = wanted;
            }
            index += Append(html, text, index);
        }
        if (open is not null) html.Append("</span>");
        return html.ToString();
    }

    private static int Append(StringBuilder html, string text, int index)
    {
        var character = text[index];
        switch (character)
        {
            case '&': html.Append("&amp;"); return 1;
            case '<': html.Append("&lt;"); return 1;
            case '>': html.Append("&gt;"); return 1;
            case '"': html.Append("&quot;"); return 1;
            case '\'': html.Append("&#39;"); return 1;
            case '\r' when index + 1 < text.Length && text[index + 1] == '\n': return 1;
            case '\n' or '\t': html.Append(character); return 1;
            case < ' ': html.Append((char)('\u2400' + character)); return 1;
            case '\u007f': html.Append('\u2421'); return 1;
            // C1 controls, and the marks that reorder or hide text around them.
            case (>= '\u0080' and <= '\u009f') or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufffe' or '\uffff':
                html.Append('\ufffd');
                return 1;
        }
        if (!char.IsSurrogate(character))
        {
            html.Append(character);
            return 1;
        }
        if (index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1]))
        {
            html.Append(text, index, 2);
            return 2;
        }
        html.Append('\ufffd');
        return 1;
    }

    /// <summary>Reads one terminal sequence and returns where the text goes on.</summary>
    private static int Sequence(string text, int start, ref Style style)
    {
        if (start + 1 >= text.Length) return text.Length;
        switch (text[start + 1])
        {
            case '[':
                var end = start + 2;
                while (end < text.Length && text[end] is >= ' ' and <= '?') end++;
                // A sequence broken off by something that cannot end it: that character is text again.
                if (end >= text.Length || text[end] is < '@' or > '~') return end;
                if (text[end] == 'm') style = style.With(text.AsSpan(start + 2, end - start - 2));
                return end + 1;
            case ']' or 'P' or 'X' or '^' or '_':
                for (var at = start + 2; at < text.Length; at++)
                {
                    if (text[at] == '\u0007') return at + 1;
                    if (text[at] == Escape) return at + 1 < text.Length && text[at + 1] == '\\' ? at + 2 : at;
                    // Titles and links end within their line: a stray opening must not swallow the rest of the output.
                    if (text[at] == '\n') return at;
                }
                return text.Length;
            case >= ' ' and <= '/':
                return Math.Min(start + 3, text.Length);
            case >= '0' and <= '~':
                return start + 2;
            default:
                return start + 1;
        }
    }

    private readonly record struct Style(string? Foreground, string? Background, bool Bold, bool Faint, bool Italic, bool Underline, bool Inverse)
    {
        public string? Classes()
        {
            var foreground = Inverse ? Background ?? "inverse" : Foreground;
            var background = Inverse ? Foreground ?? "inverse" : Background;
            List<string> classes = [];
            if (foreground is not null) classes.Add("ansi-" + foreground);
            if (background is not null) classes.Add("ansi-on-" + background);
            if (Bold) classes.Add("ansi-bold");
            if (Faint) classes.Add("ansi-faint");
            if (Italic) classes.Add("ansi-italic");
            if (Underline) classes.Add("ansi-underline");
            return classes.Count == 0 ? null : string.Join(' ', classes);
        }

        public Style With(ReadOnlySpan<char> parameters)
        {
            List<int> codes = [];
            foreach (var part in parameters.SplitAny(';', ':'))
            {
                codes.Add(int.TryParse(parameters[part], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code
                    : parameters[part].IsEmpty ? 0 : -1);
            }
            var style = this;
            for (var i = 0; i < codes.Count; i++)
            {
                var code = codes[i];
                if (code is 38 or 48)
                {
                    var colour = Extended(codes, ref i);
                    style = code == 38 ? style with { Foreground = colour } : style with { Background = colour };
                }
                else
                {
                    style = style.With(code);
                }
            }
            return style;
        }

        private Style With(int code) => code switch
        {
            0 => default,
            1 => this with { Bold = true },
            2 => this with { Faint = true },
            3 => this with { Italic = true },
            4 => this with { Underline = true },
            7 => this with { Inverse = true },
            22 => this with { Bold = false, Faint = false },
            23 => this with { Italic = false },
            24 => this with { Underline = false },
            27 => this with { Inverse = false },
            >= 30 and <= 37 => this with { Foreground = Colours[code - 30] },
            39 => this with { Foreground = null },
            >= 40 and <= 47 => this with { Background = Colours[code - 40] },
            49 => this with { Background = null },
            >= 90 and <= 97 => this with { Foreground = "bright-" + Colours[code - 90] },
            >= 100 and <= 107 => this with { Background = "bright-" + Colours[code - 100] },
            _ => this,
        };

        /// <summary>The named colour nearest to one of 256 colours or to a mixed one, so that a page's theme stays readable.</summary>
        private static string? Extended(List<int> codes, ref int i)
        {
            if (i + 2 < codes.Count && codes[i + 1] == 5)
            {
                var number = codes[i + 2];
                i += 2;
                return number switch
                {
                    < 0 or > 255 => null,
                    < 8 => Colours[number],
                    < 16 => "bright-" + Colours[number - 8],
                    < 232 => Nearest((number - 16) / 36 * 51, (number - 16) / 6 % 6 * 51, (number - 16) % 6 * 51),
                    _ => Nearest((number - 232) * 11, (number - 232) * 11, (number - 232) * 11),
                };
            }
            if (i + 4 < codes.Count && codes[i + 1] == 2)
            {
                var colour = Nearest(codes[i + 2], codes[i + 3], codes[i + 4]);
                i += 4;
                return colour;
            }
            i = codes.Count;
            return null;
        }

        private static string Nearest(int red, int green, int blue)
        {
            var brightest = Math.Max(red, Math.Max(green, blue));
            if (brightest < 64) return "black";
            var half = brightest / 2;
            var index = (red > half ? 1 : 0) | (green > half ? 2 : 0) | (blue > half ? 4 : 0);
            if (index == 7) return brightest < 170 ? "bright-black" : "white";
            return brightest > 220 ? "bright-" + Colours[index] : Colours[index];
        }
    }
}
