namespace ActivationNotes.Charts.TestHost;

/// <summary>What a run of the host gave.</summary>
/// <param name="Culture">The culture it ran under.</param>
/// <param name="Figures">The HTML of each figure by the kind of its chart.</param>
/// <param name="Assemblies">Every assembly that was loaded in the end, in the order of their names.</param>
internal sealed record HostReport(string Culture, IReadOnlyDictionary<string, string> Figures, IReadOnlyList<LoadedAssembly> Assemblies);
