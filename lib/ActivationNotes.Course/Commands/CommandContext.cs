using ActivationNotes.Course.Publishing;
using Spectre.Console;

namespace ActivationNotes.Course.Commands;

/// <summary>What a command needs of the world; tests give it another one.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where problems go.</param>
/// <param name="Folder">The folder the command was given in.</param>
/// <param name="Clock">Measures limits.</param>
/// <param name="Render">Writes the site.</param>
public sealed record CommandContext(TextWriter Output, TextWriter Error, string Folder, TimeProvider Clock, SiteRenderer Render)
{
    /// <summary>The terminal that somebody watches, where progress moves and colours show; null for logs and pipes.</summary>
    public IAnsiConsole? Terminal { get; init; }
}
