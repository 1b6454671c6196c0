namespace ActivationNotes.Course.Replication;

/// <summary>A machine that this one can pretend to be: environment variables of the kernel's process take instructions or processors away.</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Meaning">What is taken away, for readers.</param>
/// <param name="Environment">The variables.</param>
public sealed record MachineMode(string Name, string Meaning, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>All of them. What a machine lacks anyway makes no difference there.</summary>
    public static IReadOnlyList<MachineMode> All { get; } =
    [
        new("no-avx512", "no 512-bit registers", new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" }),
        new("no-avx2", "no 256-bit registers, no FMA", new Dictionary<string, string> { ["DOTNET_EnableAVX2"] = "0" }),
        // The mathematics of the C library chooses its own instructions.
        new("no-avx2-in-libc", "no 256-bit registers, no FMA, nor in the C library", new Dictionary<string, string> { ["DOTNET_EnableAVX2"] = "0", ["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4" }),
        new("one-processor", "one processor", new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = "1" }),
    ];
}
