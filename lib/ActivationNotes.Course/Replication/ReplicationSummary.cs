using System.Globalization;
using ActivationNotes.Course.Claims;

namespace ActivationNotes.Course.Replication;

/// <summary>Counts what sets of seeds said of a lesson's claims.</summary>
public static class ReplicationSummary
{
    /// <summary>A line for each claim, in the order of the lesson.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="sets">What each set said, claim by claim.</param>
    public static IEnumerable<Replicated> Of(ReplicatedLesson lesson, IReadOnlyList<IReadOnlyList<Claim>> sets) => sets.SelectMany(claims => claims).GroupBy(claim => claim.Id, StringComparer.Ordinal).Select(group =>
    {
        var values = group.Select(Value).Where(double.IsFinite).Order().ToArray();
        // The mean of the two in the middle when their number is even.
        double? median = values.Length == 0 ? null : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
        return new Replicated(lesson.Job.Name, group.Key, group.First().KindName, sets.Count, group.Count(claim => claim.Verdict == ClaimVerdict.Holds),
            values.Length == 0 ? null : values[0], median, values.Length == 0 ? null : values[^1], lesson.Sources);
    });

    private static double Value(Claim claim) => claim.Value ?? (double.TryParse(claim.Measured, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN);
}
