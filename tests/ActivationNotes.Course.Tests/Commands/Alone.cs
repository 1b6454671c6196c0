namespace ActivationNotes.Course.Tests.Commands;

/// <summary>The collection of tests beside which nothing else of this assembly runs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
