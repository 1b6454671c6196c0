namespace ActivationNotes.Kernel.Scripting;

/// <summary>The files that packages and all they depend on consist of.</summary>
/// <param name="CompileAssemblies">What the compiler refers to.</param>
/// <param name="RuntimeAssemblies">What is loaded.</param>
/// <param name="NativeLibraries">Native libraries for this machine.</param>
/// <param name="Versions">The version of each package, by its name.</param>
internal sealed record RestoredPackages(
    IReadOnlyList<string> CompileAssemblies, IReadOnlyList<string> RuntimeAssemblies, IReadOnlyList<string> NativeLibraries,
    IReadOnlyDictionary<string, string> Versions);
