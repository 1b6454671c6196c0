namespace ActivationNotes.Course.Tests;

/// <summary>What a command line did.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it complained about.</param>
public sealed record CommandResult(int Code, string Output, string Error);
