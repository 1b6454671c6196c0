namespace ActivationNotes.Lessons;

/// <summary>A lesson asserts claims and at least one does not hold; the message lists all of them.</summary>
public sealed class ClaimException : Exception
{
    /// <summary>Names the claims that do not hold, then shows the whole table.</summary>
    public ClaimException(ClaimTable table)
        : base(Describe(table)) => Table = table;

    /// <summary>All claims that were asserted together.</summary>
    public ClaimTable Table { get; }

    private static string Describe(ClaimTable table)
    {
        var broken = table.Claims.Where(claim => !claim.Holds).Select(claim => claim.Id).ToArray();
        return $"{(broken.Length == 1 ? "Claim" : "Claims")} {string.Join(", ", broken)} {(broken.Length == 1 ? "does" : "do")} not hold. "
            + "Either the sentence is wrong or what it rests on has changed: correct the one that is.\n" + table;
    }
}
