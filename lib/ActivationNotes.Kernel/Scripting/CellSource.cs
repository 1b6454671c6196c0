using System.Text;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// A cell as its author wrote it: C#, with lines that begin with <c>#!</c> addressed to the kernel, as in .NET Interactive.
/// </summary>
/// <param name="Segments">The parts, in order; C# keeps the line numbers of the cell.</param>
/// <param name="Timed">Whether the cell asks for its running time (<c>#!time</c>).</param>
/// <param name="PackageSources">Further places to look for packages (<c>#i "nuget: ..."</c>).</param>
internal sealed record CellSource(IReadOnlyList<CellSegment> Segments, bool Timed, IReadOnlyList<string> PackageSources)
{
    private const string CSharp = "csharp";

    /// <summary>Reads a cell.</summary>
    public static CellSource Parse(string source)
    {
        var segments = new List<CellSegment>();
        var sources = new List<string>();
        var timed = false;
        var (directive, argument, start) = (CSharp, "", 0);
        var text = new StringBuilder();
        var lines = UnixLines(source).Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (TryDirective(line, out var name, out var rest))
            {
                switch (name)
                {
                    case "time":
                        timed = true;
                        text.Append('\n');
                        break;
                    case "import":
                        Close();
                        segments.Add(new CellSegment(name, rest, "", number));
                        (directive, argument, start) = (CSharp, "", number);
                        break;
                    default:
                        Close();
                        (directive, argument, start) = (name, rest, number);
                        break;
                }
            }
            else if (directive == CSharp && TryPackageSource(line) is { } place)
            {
                sources.Add(place);
                text.Append('\n');
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }

        Close();
        return new CellSource(segments, timed, sources);

        void Close()
        {
            var content = text.Length > 0 ? text.ToString(0, text.Length - 1) : "";
            text.Clear();
            if (directive != CSharp) segments.Add(new CellSegment(directive, argument, content, start));
            // As many empty lines as come before keep the compiler's line numbers those of the cell.
            else if (!string.IsNullOrWhiteSpace(content)) segments.Add(new CellSegment(CSharp, argument, new string('\n', start) + content, start));
        }
    }

    /// <summary>The same text with all that is not C# blanked out, so that positions stay.</summary>
    public static string BlankDirectives(string source)
    {
        var language = CSharp;
        return string.Join('\n', source.Split('\n').Select(line =>
        {
            if (TryDirective(line, out var name, out _))
            {
                if (name != "time") language = name == "import" ? CSharp : name;
            }
            else if (language == CSharp && TryPackageSource(line) is null)
            {
                return line;
            }

            return new string(' ', line.Length);
        }));
    }

    // Not string.ReplaceLineEndings: that takes a form feed for the end of a line, which to C# is a space, and would change what strings hold.
    private static string UnixLines(string source) => source.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static bool TryDirective(string line, out string name, out string argument)
    {
        (name, argument) = ("", "");
        var trimmed = line.TrimStart();
        if (!trimmed.StartsWith("#!", StringComparison.Ordinal) || trimmed.Length < 3 || !char.IsAsciiLetter(trimmed[2])) return false;
        var end = trimmed.AsSpan().IndexOfAny(' ', '\t', '\r');
        name = (end < 0 ? trimmed[2..] : trimmed[2..end]).ToLowerInvariant();
        argument = end < 0 ? "" : trimmed[end..].Trim().Trim('"');
        if (name is "c#" or "cs") name = CSharp;
        if (name == "md") name = "markdown";
        return true;
    }

    private static string? TryPackageSource(string line)
    {
        var trimmed = line.Trim();
        if (!trimmed.StartsWith("#i", StringComparison.Ordinal) || trimmed.Length < 4 || !char.IsWhiteSpace(trimmed[2])) return null;
        var quoted = trimmed[2..].Trim().Trim('"').Trim();
        return quoted.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? quoted["nuget:".Length..].Trim() : null;
    }
}
