using System.Globalization;
using ActivationNotes.Timing;

namespace ActivationNotes.Benchmarks;

/// <summary>The machine in one line of a document: times mean nothing without it, nor without what else it was doing.</summary>
internal static class MachineLine
{
    private const string LoadFile = "/proc/loadavg";

    /// <summary>Processor, caches, runtime, system, and how many processes wanted to run during the minute before.</summary>
    public static string Write()
    {
        var machine = MachineInfo.Current;
        var caches = string.Join(", ", machine.Caches.Select(cache => string.Create(CultureInfo.InvariantCulture, $"L{cache.Level} {cache.Bytes >> 10:N0} KiB")));
        return $"Machine: {machine.Processor}, {machine.Cores} processors ({(caches.Length > 0 ? caches : "caches unknown")}), {machine.VectorBits}-bit registers, "
            + $"{machine.Runtime}, {machine.System}, power: {machine.Power}. Load of the minute before: {Load()}.";
    }

    private static string Load() => File.Exists(LoadFile) ? File.ReadAllText(LoadFile).Split(' ')[0] : "unknown";
}
