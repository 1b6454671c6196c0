using ActivationNotes.Lessons;

namespace ActivationNotes.Tests.Lessons;

public sealed class ClaimTests
{
    [Theory]
    [InlineData(0.25, true)]
    [InlineData(0.2500000000000001, false)]
    [InlineData(double.NegativeInfinity, true)]
    [InlineData(double.NaN, false)]
    public void At_most_holds_up_to_its_bound_and_never_for_nan(double measured, bool holds) =>
        Assert.Equal(holds, Claim.AtMost("P1a", "The slope is small.", measured, 0.25).Holds);

    [Fact]
    public void At_least_between_and_exactly_hold_on_their_bounds()
    {
        Assert.True(Claim.AtLeast("X", "Large.", 3, 3).Holds);
        Assert.False(Claim.AtLeast("X", "Large.", Math.BitDecrement(3), 3).Holds);
        Assert.True(Claim.Between("X", "Inside.", 4, 3, 4).Holds);
        Assert.False(Claim.Between("X", "Inside.", Math.BitIncrement(4), 3, 4).Holds);
        Assert.True(Claim.Exactly("X", "One.", 1, 1).Holds);
        Assert.False(Claim.Exactly("X", "One.", Math.BitDecrement(1), 1).Holds);
    }

    [Fact]
    public void An_empty_interval_is_refused_with_both_ends_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Claim.Between("X", "Inside.", 4, 5, 3));
        Assert.Contains("between 5 and 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measured_value_shows_as_many_digits_as_its_verdict_needs()
    {
        Assert.Contains("Measured 0.333333,", Claim.AtMost("X", "A third.", 1.0 / 3, 0.5).ToString(), StringComparison.Ordinal);
        Assert.Contains("Measured 0.25000000000000006,", Claim.AtMost("X", "A quarter.", 0.25000000000000006, 0.25).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_bound_is_a_verdict_unless_a_reservation_says_why_not()
    {
        var slow = Claim.AtMost("X", "Fast.", 3, 2);
        Assert.Equal(ClaimVerdict.DoesNotHold, slow.Verdict);
        Assert.Equal(ClaimVerdict.NotConfirmed, slow.WithReservation("The machine was busy.").Verdict);
        Assert.Equal(ClaimVerdict.Holds, Claim.AtMost("X", "Fast.", 1, 2).WithReservation("The machine was busy.").Verdict);
    }

    [Fact]
    public void A_claim_is_measured_unless_it_says_otherwise()
    {
        var claim = Claim.AtMost("X", "Small.", 1, 2);
        Assert.Equal(
            [ClaimKind.Measured, ClaimKind.Theorem, ClaimKind.Published, ClaimKind.Timing],
            [claim.Kind, claim.AsTheorem().Kind, claim.AsPublished().Kind, claim.AsTiming().Kind]);
    }
}
