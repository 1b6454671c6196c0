using System.CommandLine;

namespace ActivationNotes.Course.Commands;

/// <summary>The option --strict, by which a claim that does not hold fails the command.</summary>
public static class StrictOption
{
    /// <summary>The option.</summary>
    /// <param name="description">What it adds to the command.</param>
    public static Option<bool> Create(string description = "Fail when a claim does not hold, too. A claim about times that is not confirmed on this machine does not count.") =>
        new("--strict") { Description = description };
}
