using System.Globalization;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Execution;

/// <summary>Shows a failing cell to a person: place, source with the line marked, error, output so far.</summary>
public static class FailureReport
{
    private const int MaximumOutputLines = 30;
    private const int MaximumMessageLines = 60;
    private const int MaximumLineLength = 1_000;

    /// <summary>Writes the report.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="file">The notebook's file as the reader named it.</param>
    /// <param name="failure">What stopped it.</param>
    public static void Write(TextWriter writer, string file, CellFailure failure)
    {
        writer.WriteLine(Headline(file, failure));
        if (failure.Cell is { } cell)
        {
            writer.WriteLine();
            WriteSource(writer, cell.Source, failure.Line);
        }

        writer.WriteLine();
        WriteMessage(writer, failure.Message.TrimEnd().Split('\n'));
        WriteOutputs(writer, failure.OutputSoFar);
    }

    /// <summary>The place and the kind of failure in one line.</summary>
    public static string Headline(string file, CellFailure failure)
    {
        var cell = failure.Cell is null ? "" : string.Create(CultureInfo.InvariantCulture, $", cell {failure.Cell.Number}");
        var line = failure.Line is null ? "" : string.Create(CultureInfo.InvariantCulture, $", line {failure.Line}");
        var what = failure.Kind switch
        {
            FailureKind.Timeout => "the time is up",
            FailureKind.KernelDeath => failure.Cell is null ? "the kernel did not start" : "the kernel died",
            FailureKind.Storage => "its output cannot be kept",
            FailureKind.MissingError => "an error was expected",
            _ => "the cell failed",
        };
        return $"{file}{cell}{line}: {what}";
    }

    // The beginning says what happened; the rest of a long trace, where it came from.
    private static void WriteMessage(TextWriter writer, string[] lines)
    {
        foreach (var line in lines.Take(MaximumMessageLines)) writer.WriteLine(Printable(line));
        if (lines.Length > MaximumMessageLines) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… {lines.Length - MaximumMessageLines} lines more"));
    }

    private static void WriteSource(TextWriter writer, string source, int? failing)
    {
        var lines = source.TrimEnd('\n').Split('\n');
        var width = lines.Length.ToString(CultureInfo.InvariantCulture).Length;
        for (var index = 0; index < lines.Length; index++)
        {
            var mark = index + 1 == failing ? '>' : ' ';
            var number = (index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width);
            writer.WriteLine($"  {mark} {number} | {Printable(lines[index])}".TrimEnd());
        }
    }

    private static void WriteOutputs(TextWriter writer, IReadOnlyList<Output> outputs)
    {
        var lines = outputs.Where(output => output.Kind != "error").SelectMany(Lines).ToArray();
        if (lines.Length == 0) return;
        writer.WriteLine();
        writer.WriteLine("Output so far:");
        // The end is nearest to the failure.
        if (lines.Length > MaximumOutputLines) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … {lines.Length - MaximumOutputLines} lines before these"));
        foreach (var line in lines.TakeLast(MaximumOutputLines)) writer.WriteLine($"  {Printable(line)}");
    }

    private static IEnumerable<string> Lines(Output output)
    {
        if (output.Kind == "stream") return output.Text.TrimEnd('\n').Split('\n');
        return output.Content("text/plain") is { } text ? text.TrimEnd('\n').Split('\n') : [$"[{string.Join(", ", output.MimeTypes)}]"];
    }

    // A cell's text must not steer the reader's terminal, nor break the encoding of a pipe.
    private static string Printable(string line)
    {
        var text = TerminalText.Strip(line.Length > MaximumLineLength ? line[..MaximumLineLength] + "…" : line);
        return string.Concat(text.Select(character => character == '\t' || !char.IsControl(character) ? character : '\uFFFD'));
    }
}
