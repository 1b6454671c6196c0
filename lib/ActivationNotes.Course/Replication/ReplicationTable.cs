using System.Globalization;
using System.Text;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Replication;

/// <summary>How often each claim held with other seeds: the content of data/replication.csv.</summary>
/// <param name="claims">The claims, lesson by lesson.</param>
public sealed class ReplicationTable(IReadOnlyList<Replicated> claims)
{
    private const string Header = "lesson,claim,kind,sets,held,lowest,median,highest,sources";

    /// <summary>A table without claims.</summary>
    public static ReplicationTable Empty { get; } = new([]);

    /// <summary>The claims, lesson by lesson.</summary>
    public IReadOnlyList<Replicated> Claims { get; } = claims;

    /// <summary>The claims of a lesson, by their ids.</summary>
    public IReadOnlyDictionary<string, Replicated> Of(string lesson) =>
        Claims.Where(claim => claim.Lesson == lesson).DistinctBy(claim => claim.Claim, StringComparer.Ordinal).ToDictionary(claim => claim.Claim, StringComparer.Ordinal);

    /// <summary>The table with the claims of a lesson in the place of those it had.</summary>
    public ReplicationTable With(string lesson, IEnumerable<Replicated> found) => new([.. Claims.Where(claim => claim.Lesson != lesson).Concat(found).OrderBy(claim => claim.Lesson, StringComparer.Ordinal)]);

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file; when it is not there, the table is empty.</param>
    /// <exception cref="CourseException">It is no such table.</exception>
    public static ReplicationTable Read(string path)
    {
        if (!File.Exists(path)) return Empty;
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header) throw Unreadable(1);
        return new ReplicationTable([.. lines.Skip(1).Select((line, index) => (Line: line, Number: index + 2)).Where(entry => entry.Line.Length > 0).Select(entry => Parse(entry.Line) ?? throw Unreadable(entry.Number))]);

        CourseException Unreadable(int line) => new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}: is no line of \"{Header}\". Have the file written anew: dotnet run --project lib/ActivationNotes.Course -- replicate"));
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="CourseException">It cannot be written.</exception>
    public void Write(string path)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var claim in Claims)
        {
            text.Append(CultureInfo.InvariantCulture, $"{claim.Lesson},{claim.Claim},{claim.Kind},{claim.Sets},{claim.Held},{Number(claim.Lowest)},{Number(claim.Median)},{Number(claim.Highest)},{claim.Sources}\n");
        }

        AtomicFile.Write(path, text.ToString());
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static Replicated? Parse(string line)
    {
        var fields = line.Split(',');
        return fields.Length == 9 && int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var sets) && int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out var held)
            && TryNumber(fields[5], out var lowest) && TryNumber(fields[6], out var median) && TryNumber(fields[7], out var highest)
            ? new Replicated(fields[0], fields[1], fields[2], sets, held, lowest, median, highest, fields[8])
            : null;
    }

    private static bool TryNumber(string text, out double? value)
    {
        value = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.Length == 0 || value is not null;
    }
}
