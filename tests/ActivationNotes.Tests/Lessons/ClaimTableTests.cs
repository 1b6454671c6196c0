using System.Text.Json.Nodes;
using ActivationNotes.Lessons;
using ActivationNotes.Rendering;

namespace ActivationNotes.Tests.Lessons;

public sealed class ClaimTableTests
{
    private static readonly Claim s_true = Claim.AtMost("P1a", "The slope is <small>.", 0.2, 0.25);
    private static readonly Claim s_false = Claim.AtLeast("P1b", "The slope is large.", 0.2, 0.25);

    [Fact]
    public void A_claim_that_does_not_hold_is_marked_and_stops_nothing()
    {
        var table = new ClaimTable(s_true, s_false);
        Assert.Contains("✗ no", table.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("P1a: The slope is <small>. Measured 0.2, bound: at most 0.25: holds.", table.ToString(), StringComparison.Ordinal);
        Assert.Contains("P1b: The slope is large. Measured 0.2, bound: at least 0.25: does not hold.", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_under_reservation_says_why_it_is_not_confirmed()
    {
        var table = new ClaimTable(s_false.AsTiming().WithReservation("The machine was busy."));
        Assert.Contains("? not confirmed on this machine: The machine was busy.", table.ToHtml(), StringComparison.Ordinal);
        Assert.EndsWith("at least 0.25: not confirmed on this machine. The machine was busy.", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_for_the_site_tells_kinds_and_verdicts_apart()
    {
        var table = new ClaimTable(
            Claim.Exactly("A", "One.", 1, 1).AsTheorem(), Claim.AtMost("B", "Two.", 3, 2).AsPublished(),
            Claim.AtMost("C", "Three.", 4, 3).AsTiming().WithReservation("Busy."), Claim.AtMost("D", "Nothing.", double.NaN, 3));
        var claims = JsonNode.Parse(((IRichOutput)table).Render(MimeTypes.Claims)!)!["claims"]!.AsArray();
        Assert.Equal(["theorem", "published", "timing", "measured"], claims.Select(claim => (string?)claim!["kind"]));
        Assert.Equal(["holds", "does not hold", "not confirmed on this machine", "does not hold"], claims.Select(claim => (string?)claim!["verdict"]));
        Assert.Equal([1.0, 3.0, 4.0, null], claims.Select(claim => (double?)claim!["value"]));
        Assert.Equal([null, null, "Busy.", null], claims.Select(claim => (string?)claim!["reservation"]));
    }

    [Fact]
    public void Two_claims_with_one_id_are_refused() =>
        Assert.Contains("P1a", Assert.Throws<ArgumentException>(() => new ClaimTable(s_true, s_true)).Message, StringComparison.Ordinal);

    [Fact]
    public void Html_escapes_what_claims_say() =>
        Assert.Contains("The slope is &lt;small&gt;.", new ClaimTable(s_true).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Data_for_the_site_says_of_each_claim_what_the_table_says()
    {
        var claims = JsonNode.Parse(((IRichOutput)new ClaimTable(s_true, s_false)).Render(MimeTypes.Claims)!)!["claims"]!.AsArray();
        Assert.Equal(["P1a", "P1b"], claims.Select(claim => (string?)claim!["id"]));
        Assert.Equal([true, false], claims.Select(claim => (bool)claim!["holds"]!));
        Assert.Equal("at least 0.25", (string?)claims[1]!["bound"]);
    }
}
