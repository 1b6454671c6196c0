namespace ActivationNotes.Charts.TestHost;

/// <summary>An assembly in this process.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Context">The load context that holds it; "Default" for the host's own.</param>
internal sealed record LoadedAssembly(string Name, string Version, string Context);
