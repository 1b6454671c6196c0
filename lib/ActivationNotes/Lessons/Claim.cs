using System.Globalization;

namespace ActivationNotes.Lessons;

/// <summary>
/// A sentence of the course with the number that was measured for it and the bound that the number must keep. A claim that
/// does not hold is a fact like any other: <see cref="ClaimTable"/> shows it, and the course's tool reports it.
/// </summary>
public sealed record Claim
{
    private Claim(string id, string sentence, double measured, double lowest, double highest, string bound)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        if (double.IsNaN(lowest) || double.IsNaN(highest) || lowest > highest)
            throw new ArgumentException($"Claim {id}: nothing can lie between {Write(lowest)} and {Write(highest)}.", nameof(lowest));
        (Id, Sentence, Measured, Lowest, Highest, Bound) = (id, sentence, measured, lowest, highest, bound);
    }

    /// <summary>The claim's number in the course, "S1" to "P3c"; a letter or word behind it tells several measurements apart.</summary>
    public string Id { get; }

    /// <summary>What is claimed, as a full sentence.</summary>
    public string Sentence { get; }

    /// <summary>What was measured, in the unit the sentence names.</summary>
    public double Measured { get; }

    /// <summary>The lowest value for which the sentence holds.</summary>
    public double Lowest { get; }

    /// <summary>The highest value for which the sentence holds.</summary>
    public double Highest { get; }

    /// <summary>The bound as a reader writes it: "at most 0.25".</summary>
    public string Bound { get; }

    /// <summary>Why the claim is true, if it is.</summary>
    public ClaimKind Kind { get; private init; } = ClaimKind.Measured;

    /// <summary>Why a broken bound is no verdict, as a full sentence; null where it is one.</summary>
    public string? Reservation { get; private init; }

    /// <summary>Whether the measured value keeps the bound; NaN keeps none.</summary>
    public bool Holds => Measured >= Lowest && Measured <= Highest;

    /// <summary>What the measurement says of the claim.</summary>
    public ClaimVerdict Verdict => Holds ? ClaimVerdict.Holds : Reservation is null ? ClaimVerdict.DoesNotHold : ClaimVerdict.NotConfirmed;

    /// <summary>Claims that a value does not exceed a bound.</summary>
    public static Claim AtMost(string id, string sentence, double measured, double bound) =>
        new(id, sentence, measured, double.NegativeInfinity, bound, $"at most {Write(bound)}");

    /// <summary>Claims that a value reaches a bound.</summary>
    public static Claim AtLeast(string id, string sentence, double measured, double bound) =>
        new(id, sentence, measured, bound, double.PositiveInfinity, $"at least {Write(bound)}");

    /// <summary>Claims that a value lies in a closed interval.</summary>
    /// <exception cref="ArgumentException">The interval is empty.</exception>
    public static Claim Between(string id, string sentence, double measured, double lowest, double highest) =>
        new(id, sentence, measured, lowest, highest, $"from {Write(lowest)} to {Write(highest)}");

    /// <summary>Claims that a value is one number and no other, to the last bit (0 and -0 count as one).</summary>
    public static Claim Exactly(string id, string sentence, double measured, double expected) =>
        new(id, sentence, measured, expected, expected, $"exactly {Write(expected)}");

    /// <summary>The same claim, marked as a theorem.</summary>
    public Claim AsTheorem() => this with { Kind = ClaimKind.Theorem };

    /// <summary>The same claim, marked as a published number.</summary>
    public Claim AsPublished() => this with { Kind = ClaimKind.Published };

    /// <summary>The same claim, marked as a comparison of times.</summary>
    public Claim AsTiming() => this with { Kind = ClaimKind.Timing };

    /// <summary>The same claim, which a broken bound does not refute.</summary>
    /// <param name="why">Why not, as a full sentence.</param>
    public Claim WithReservation(string why)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        return this with { Reservation = why };
    }

    /// <summary>The claim in one line, as a terminal shows it.</summary>
    public override string ToString()
    {
        var line = $"{Id}: {Sentence} Measured {WriteMeasured()}, bound: {Bound}: {WriteVerdict()}.";
        return Verdict == ClaimVerdict.NotConfirmed ? $"{line} {Reservation}" : line;
    }

    /// <summary>The verdict in words.</summary>
    internal string WriteVerdict() => Verdict switch
    {
        ClaimVerdict.Holds => "holds",
        ClaimVerdict.DoesNotHold => "does not hold",
        _ => "not confirmed on this machine",
    };

    /// <summary>
    /// The measured value in six digits, or in all of them where six would hide on which side of the bound it lies.
    /// </summary>
    internal string WriteMeasured()
    {
        var rounded = Measured.ToString("G6", CultureInfo.InvariantCulture);
        var shown = double.Parse(rounded, CultureInfo.InvariantCulture);
        return (shown >= Lowest && shown <= Highest) == Holds ? rounded : Write(Measured);
    }

    private static string Write(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
