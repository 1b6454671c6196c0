using System.Text.Json.Nodes;

namespace ActivationNotes.Testing;

/// <summary>What an executed copy of lesson 04 has to show, whoever ran it and however busy the machine was.</summary>
internal static class TimedLesson
{
    private const string ClaimsType = "application/vnd.activationnotes.claims+json";

    /// <summary>No cell failed, and every claim about times holds or is not confirmed, though not all of them are the latter.</summary>
    /// <param name="notebook">The executed copy.</param>
    public static void AssertConvincing(JsonNode notebook)
    {
        var outputs = notebook["cells"]!.AsArray().SelectMany(cell => cell!["outputs"]?.AsArray() ?? []).ToList();
        Assert.DoesNotContain(outputs, output => (string?)output!["output_type"] == "error");
        var claims = outputs.Select(output => output!["data"]?[ClaimsType]).OfType<JsonNode>().SelectMany(Read)
            .DistinctBy(claim => (string?)claim["id"]).Where(claim => (string?)claim["kind"] == "timing").ToList();
        Assert.True(claims.Count >= 10, $"Only {claims.Count} claims about times.");
        var verdicts = claims.Select(claim => $"{claim["id"]}: {claim["verdict"]}, measured {claim["measured"]}, {claim["bound"]}. {claim["reservation"]}").ToList();
        Assert.All(claims.Zip(verdicts), claim => Assert.True((string?)claim.First["verdict"] is "holds" or "not confirmed on this machine", claim.Second));
        Assert.True(2 * claims.Count(claim => (string?)claim["verdict"] == "holds") >= claims.Count, string.Join('\n', verdicts));
    }

    // Some hosts keep data of a type that they do not know as text.
    private static IEnumerable<JsonNode> Read(JsonNode data)
    {
        var parsed = data switch
        {
            JsonArray lines => JsonNode.Parse(string.Concat(lines.Select(line => (string?)line)))!,
            JsonValue text => JsonNode.Parse((string)text!)!,
            _ => data,
        };
        return parsed["claims"]!.AsArray().OfType<JsonNode>();
    }
}
