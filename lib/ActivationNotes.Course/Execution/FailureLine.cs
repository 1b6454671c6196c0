using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>Finds the line of a cell that failed, in what kernels say about it.</summary>
public static partial class FailureLine
{
    /// <summary>The line, counted from 1; null when the kernel does not say.</summary>
    /// <param name="error">The content of the error message.</param>
    /// <param name="cell">The cell with the outputs it got to.</param>
    public static int? Of(JsonObject? error, Cell cell)
    {
        var lines = cell.Source.Split('\n').Length;
        return Candidates(error, cell).Where(line => line >= 1 && line <= lines).Select(line => (int?)line).FirstOrDefault();
    }

    private static IEnumerable<int> Candidates(JsonObject? error, Cell cell)
    {
        // Our kernel says it outright.
        if (error?["line"] is JsonValue value && value.TryGetValue<int>(out var told)) yield return told;
        // C# compilers print "(3,14): error CS0103", .NET Interactive among them.
        foreach (var output in cell.Outputs.Where(output => output.StreamName == "stderr"))
        {
            foreach (Match match in CompilerError().Matches(output.Text)) yield return Number(match);
        }

        if (error is null) yield break;
        var traceback = TerminalText.Strip(string.Join('\n', new Output(error).Traceback));
        // IPython marks the line with an arrow; the outermost frame, which is the cell, comes first.
        foreach (Match match in Arrow().Matches(traceback)) yield return Number(match);
        foreach (Match match in CellFrame().Matches(traceback)) yield return Number(match);
    }

    private static int Number(Match match) => int.TryParse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture, out var line) ? line : 0;

    [GeneratedRegex(@"^\s*\((?<line>\d+),\d+\): error ", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CompilerError();

    [GeneratedRegex(@"^-+> (?<line>\d+) ", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^\s*(Cell In ?\[\d+\]|File ""?<ipython-input[^,]*), line (?<line>\d+)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CellFrame();
}
