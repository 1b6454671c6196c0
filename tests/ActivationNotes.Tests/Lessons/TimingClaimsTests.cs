using ActivationNotes.Lessons;

namespace ActivationNotes.Tests.Lessons;

/// <summary>Claims about times are measured again before they count as not confirmed.</summary>
public sealed class TimingClaimsTests
{
    [Fact]
    public void Claims_that_hold_are_not_measured_again()
    {
        var table = ClaimTable.OfTimings(3.0, () => throw new InvalidOperationException("measured again"), AtLeastTwo);
        var claim = Assert.Single(table.Claims);
        Assert.Equal((ClaimKind.Timing, ClaimVerdict.Holds, 3.0), (claim.Kind, claim.Verdict, claim.Measured));
    }

    [Fact]
    public void One_that_does_not_hold_is_measured_again_until_it_does()
    {
        var measured = new Queue<double>([1.5, 4, 5]);
        var claim = Assert.Single(ClaimTable.OfTimings(1.0, measured.Dequeue, AtLeastTwo).Claims);
        Assert.Equal((ClaimVerdict.Holds, 4.0, 1), (claim.Verdict, claim.Measured, measured.Count));
    }

    [Fact]
    public void After_three_measurements_it_is_not_confirmed_and_says_what_was_measured_under_which_load()
    {
        var measured = new Queue<double>([1.25, 1.5, 9]);
        var claim = Assert.Single(ClaimTable.OfTimings(1.0, measured.Dequeue, AtLeastTwo).Claims);
        Assert.Equal((ClaimKind.Timing, ClaimVerdict.NotConfirmed, 1), (claim.Kind, claim.Verdict, measured.Count));
        Assert.StartsWith("Measured 3 times: 1, 1.25, 1.5. Meanwhile this program had ", claim.Reservation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_held_once_stays_when_another_claim_is_measured_again()
    {
        var measured = new Queue<(double, double)>([(0, 3)]);
        var table = ClaimTable.OfTimings((5.0, 1.0), measured.Dequeue, pair => [Claim.AtLeast("P1", "First.", pair.Item1, 2), Claim.AtLeast("P2", "Second.", pair.Item2, 2)]);
        Assert.Equal([5, 3], table.Claims.Select(claim => claim.Measured));
    }

    private static IReadOnlyList<Claim> AtLeastTwo(double ratio) => [Claim.AtLeast("P3a", "It takes twice as long (ratio).", ratio, 2)];
}
