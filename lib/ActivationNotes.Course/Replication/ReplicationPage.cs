using System.Globalization;
using System.Text;
using ActivationNotes.Course.Claims;

namespace ActivationNotes.Course.Replication;

/// <summary>docs/replication.md: the counts as a page to read.</summary>
public static class ReplicationPage
{
    private const string Command = "dotnet run --project lib/ActivationNotes.Course -- replicate --modes";

    /// <summary>Writes the page.</summary>
    /// <param name="table">The counts.</param>
    /// <param name="claims">The sentences and bounds of the claims, by lesson and id; those that are missing here are left empty.</param>
    /// <param name="modes">What differed on other machines, by lesson and mode; null where that was not run.</param>
    public static string Write(ReplicationTable table, IReadOnlyDictionary<(string Lesson, string Id), Claim> claims, IReadOnlyList<(string Lesson, MachineMode Mode, IReadOnlyList<string>? Differences)> modes)
    {
        var measured = table.Claims.Where(claim => claim.Kind == "measured").ToArray();
        var broken = table.Claims.Where(claim => claim.Held < claim.Sets).ToArray();
        var text = new StringBuilder("# Do the claims hold with other seeds?\n\n");
        text.Append("Every lesson that draws random numbers was run again with other sets of seeds, all beyond the lesson's own. A measured claim that holds with its own seeds alone would be luck. ")
            .Append("Theorems and published numbers are listed too, though seeds cannot change them; claims about times are left out. ")
            .Append($"This page and `data/replication.csv` are written by one command, which goes on where it was when it is stopped:\n\n```sh\n{Command}\n```\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Of {measured.Length} measured claims {measured.Count(claim => claim.Held == claim.Sets)} held with every set.\n\n");
        if (broken.Length > 0)
        {
            text.Append("## Claims that did not hold with every set\n\n");
            Rows(text, broken, claims, withLesson: true);
        }

        foreach (var lesson in table.Claims.GroupBy(claim => claim.Lesson))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {lesson.Key}\n\n{lesson.Max(claim => claim.Sets)} sets of seeds.\n\n");
            Rows(text, [.. lesson], claims, withLesson: false);
        }

        Modes(text, modes);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Rows(StringBuilder text, IReadOnlyList<Replicated> rows, IReadOnlyDictionary<(string Lesson, string Id), Claim> claims, bool withLesson)
    {
        text.Append(withLesson ? "| lesson " : "").Append("| claim | kind | held | lowest | median | highest | must be | sentence |\n").Append(withLesson ? "|---" : "").Append("|---|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            var claim = claims.GetValueOrDefault((row.Lesson, row.Claim));
            text.Append(withLesson ? $"| {row.Lesson} " : "").Append(CultureInfo.InvariantCulture, $"| {row.Claim} | {row.Kind} | {row.Held} of {row.Sets} | {Number(row.Lowest)} | {Number(row.Median)} | {Number(row.Highest)} | {Cell(claim?.Bound)} | {Cell(claim?.Sentence)} |\n");
        }

        text.Append('\n');
    }

    private static void Modes(StringBuilder text, IReadOnlyList<(string Lesson, MachineMode Mode, IReadOnlyList<string>? Differences)> modes)
    {
        if (!modes.Any(mode => mode.Differences is not null)) return;
        text.Append("## The same outputs on other machines\n\nEach lesson was run as on machines that lack something, and the outputs of all its cells but those that measure time were compared with those of this machine, byte for byte.\n\n");
        text.Append("| lesson | ").AppendJoin(" | ", MachineMode.All.Select(mode => mode.Meaning)).Append(" |\n|---|").Append(string.Concat(MachineMode.All.Select(_ => "---|"))).Append('\n');
        foreach (var lesson in modes.GroupBy(mode => mode.Lesson))
            text.Append(CultureInfo.InvariantCulture, $"| {lesson.Key} | {string.Join(" | ", lesson.Select(mode => mode.Differences switch { null => "not run", [] => "the same", var found => Cell(string.Join("; ", found)) }))} |\n");
        text.Append('\n');
    }

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string? text) => text?.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ") ?? "";
}
