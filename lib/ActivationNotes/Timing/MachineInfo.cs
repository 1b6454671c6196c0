using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActivationNotes.Lessons;

namespace ActivationNotes.Timing;

/// <summary>The machine that times were taken on: a time means nothing without it.</summary>
/// <param name="Processor">What the processor calls itself.</param>
/// <param name="Cores">How many the process may use.</param>
/// <param name="Caches">Data caches as one core sees them, nearest first; empty where the system does not say.</param>
/// <param name="VectorBits">Width of the widest vector registers that the runtime uses.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="System">Operating system and architecture.</param>
/// <param name="Power">What is known of power saving; "unknown" in most virtual machines.</param>
public sealed record MachineInfo(string Processor, int Cores, IReadOnlyList<CpuCache> Caches, int VectorBits, string Runtime, string System, string Power)
{
    private const string Unknown = "unknown";

    /// <summary>This machine.</summary>
    public static MachineInfo Current { get; } = Read("/");

    /// <summary>The size of a cache, or a usual one where the system does not say: 32 KiB, 512 KiB, 8 MiB.</summary>
    /// <param name="level">1, 2 or 3.</param>
    public long CacheBytes(int level) =>
        Caches.FirstOrDefault(cache => cache.Level == level)?.Bytes ?? level switch { 1 => 32 << 10, 2 => 512 << 10, _ => 8 << 20 };

    /// <summary>The machine as a table.</summary>
    public ResultTable ToTable() => new(["Property", "This machine"],
    [
        ["Processor", Processor],
        ["Cores", Cores],
        ["Caches", Caches.Count == 0 ? Unknown : string.Join(", ", Caches.Select(cache => $"L{cache.Level} {Size(cache.Bytes)}"))],
        ["Widest vector", $"{VectorBits} bits, {VectorBits / 32} floats"],
        ["Runtime", Runtime],
        ["System", System],
        ["Power", Power],
    ]);

    /// <summary>The machine of a file system that has the folders /proc and /sys of Linux; elsewhere little is known.</summary>
    /// <param name="root">Where they are: "/".</param>
    internal static MachineInfo Read(string root) => new(
        ReadProcessor(root), Environment.ProcessorCount, ReadCaches(Path.Combine(root, "sys/devices/system/cpu/cpu0/cache")),
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64,
        RuntimeInformation.FrameworkDescription, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}", ReadPower(root));

    private static string ReadProcessor(string root)
    {
        // ARM kernels give no model name, but a list of parts.
        string[] lines = Lines(Path.Combine(root, "proc/cpuinfo"));
        var named = lines.FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.StartsWith("CPU part", StringComparison.Ordinal));
        return named?[(named.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? Unknown;
    }

    private static CpuCache[] ReadCaches(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var caches = from index in Directory.GetDirectories(folder, "index*")
                     let type = First(Path.Combine(index, "type"))
                     let size = Bytes(First(Path.Combine(index, "size")))
                     where type is "Data" or "Unified" && size > 0
                     where int.TryParse(First(Path.Combine(index, "level")), CultureInfo.InvariantCulture, out _)
                     select new CpuCache(int.Parse(First(Path.Combine(index, "level")), CultureInfo.InvariantCulture), size);
        return [.. caches.OrderBy(cache => cache.Level)];
    }

    private static string ReadPower(string root)
    {
        var governor = First(Path.Combine(root, "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"));
        var battery = Directory.Exists(Path.Combine(root, "sys/class/power_supply"))
            && Directory.GetDirectories(Path.Combine(root, "sys/class/power_supply")).Any(supply => First(Path.Combine(supply, "status")) == "Discharging");
        return (governor, battery) switch
        {
            ("", false) => Unknown,
            ("", true) => "on battery",
            (_, false) => $"governor {governor}",
            (_, true) => $"governor {governor}, on battery",
        };
    }

    // "48K" or "32M", as the kernel writes them.
    private static long Bytes(string text) =>
        text.Length > 1 && long.TryParse(text[..^1], CultureInfo.InvariantCulture, out var count)
            ? count << (text[^1] switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 })
            : 0;

    private static string Size(long bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB");

    private static string First(string path) => Lines(path) is [var first, ..] ? first.Trim() : "";

    private static string[] Lines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllLines(path) : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
