using System.Text.Json.Nodes;
using ActivationNotes.Lessons;
using ActivationNotes.Rendering;

namespace ActivationNotes.Tests.Lessons;

public sealed class ClaimTableTests
{
    private static readonly Claim s_true = Claim.AtMost("P1a", "The slope is <small>.", 0.2, 0.25);
    private static readonly Claim s_false = Claim.AtLeast("P1b", "The slope is large.", 0.2, 0.25);

    [Fact]
    public void Asserting_claims_that_hold_gives_their_table() => Assert.Equal([s_true], ClaimTable.Assert(s_true).Claims);

    [Fact]
    public void Asserting_a_claim_that_does_not_hold_names_it_and_shows_all()
    {
        var error = Assert.Throws<ClaimException>(() => ClaimTable.Assert(s_true, s_false));
        Assert.StartsWith("Claim P1b does not hold.", error.Message, StringComparison.Ordinal);
        Assert.Contains("P1a: The slope is <small>. Measured 0.2, bound: at most 0.25: holds.", error.Message, StringComparison.Ordinal);
        Assert.Contains("P1b: The slope is large. Measured 0.2, bound: at least 0.25: does not hold.", error.Message, StringComparison.Ordinal);
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
