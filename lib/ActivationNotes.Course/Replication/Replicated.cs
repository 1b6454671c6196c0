using System.Globalization;

namespace ActivationNotes.Course.Replication;

/// <summary>What other seeds said of a claim: a line of data/replication.csv.</summary>
/// <param name="Lesson">The notebook's name.</param>
/// <param name="Claim">The claim's id.</param>
/// <param name="Kind">"measured", "theorem" or "published".</param>
/// <param name="Sets">With how many sets of seeds it was measured.</param>
/// <param name="Held">With how many of them it held.</param>
/// <param name="Lowest">The lowest value; null when none was a finite number.</param>
/// <param name="Median">The median of the values.</param>
/// <param name="Highest">The highest value.</param>
/// <param name="Sources">The hash of what the lesson was computed from, then.</param>
public sealed record Replicated(string Lesson, string Claim, string Kind, int Sets, int Held, double? Lowest, double? Median, double? Highest, string Sources)
{
    /// <summary>Whether the lesson or its libraries have changed since.</summary>
    public bool IsStale { get; init; }

    /// <summary>The count as a sentence's part.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"held in {Held} of {Sets}{(IsStale ? " before the last change" : "")}");
}
