using System.Globalization;
using ActivationNotes.Course.Execution;

namespace ActivationNotes.Course.Claims;

/// <summary>Says which claims of notebooks do not hold, or were not confirmed, and where they stand.</summary>
public static class ClaimReport
{
    /// <summary>Writes the claims; nothing when all hold.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="results">The notebooks that were run.</param>
    /// <returns>How many claims do not hold.</returns>
    public static int Write(TextWriter writer, IReadOnlyList<JobResult> results)
    {
        var claims = results.SelectMany(result => (result.Executed ?? result.Partial) is { } notebook ? ClaimReader.Of(notebook).Select(found => (result.Job.Shown, found.Cell.Number, found.Claim)) : []).ToArray();
        Write(ClaimVerdict.NotConfirmed, "is not confirmed on this machine", "are not confirmed on this machine");
        return Write(ClaimVerdict.DoesNotHold, "does not hold", "do not hold");

        int Write(ClaimVerdict verdict, string one, string several)
        {
            var found = claims.Where(claim => claim.Claim.Verdict == verdict).ToArray();
            if (found.Length == 0) return 0;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Length} of {claims.Length} claims {(found.Length == 1 ? one : several)}:"));
            foreach (var (shown, cell, claim) in found)
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {shown}, cell {cell}: {claim.Id}: {claim.Numbers}{(claim.Reservation is null ? "" : " " + claim.Reservation)}"));
            return found.Length;
        }
    }
}
