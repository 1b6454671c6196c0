using ActivationNotes.Course.Publishing;

namespace ActivationNotes.Course.Commands;

/// <summary>What a command needs of the world; tests give it another one.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where problems go.</param>
/// <param name="Folder">The folder the command was given in.</param>
/// <param name="Clock">Measures limits.</param>
/// <param name="Render">Writes the site.</param>
public sealed record CommandContext(TextWriter Output, TextWriter Error, string Folder, TimeProvider Clock, SiteRenderer Render)
{
    /// <summary>Whether a person watches: progress moves, colours show.</summary>
    public bool IsTerminal { get; init; }
}
