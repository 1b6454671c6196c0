using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Timing;

public sealed class MachineInfoTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Processor_caches_and_power_are_read_from_the_system()
    {
        Write("proc/cpuinfo", "processor\t: 0\nmodel name\t: Some CPU @ 3 GHz\n");
        Cache(0, "Data", 1, "48K");
        Cache(1, "Instruction", 1, "32K");
        Cache(2, "Unified", 2, "1024K");
        Cache(3, "Unified", 3, "32M");
        Write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
        Write("sys/class/power_supply/BAT0/status", "Discharging\n");

        var machine = MachineInfo.Read(_root);
        Assert.Equal("Some CPU @ 3 GHz", machine.Processor);
        Assert.Equal([new(1, 48 << 10), new(2, 1 << 20), new(3, 32 << 20)], machine.Caches);
        Assert.Equal("governor powersave, on battery", machine.Power);
        Assert.Contains("L1 48 KiB, L2 1 MiB, L3 32 MiB", machine.ToTable().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_that_says_nothing_gives_usual_caches_and_no_error()
    {
        var machine = MachineInfo.Read(_root);
        Assert.Empty(machine.Caches);
        Assert.Equal(32 << 10, machine.CacheBytes(1));
        Assert.True(machine.CacheBytes(1) < machine.CacheBytes(2) && machine.CacheBytes(2) < machine.CacheBytes(3));
        Assert.Equal("unknown", machine.Power);
    }

    [Fact]
    public void This_machine_has_a_runtime_cores_and_registers()
    {
        Assert.StartsWith(".NET 10", MachineInfo.Current.Runtime, StringComparison.Ordinal);
        Assert.True(MachineInfo.Current.Cores >= 1);
        Assert.Contains(MachineInfo.Current.VectorBits, new[] { 64, 128, 256, 512 });
    }

    private void Cache(int index, string type, int level, string size)
    {
        var folder = $"sys/devices/system/cpu/cpu0/cache/index{index}";
        Write($"{folder}/type", type + "\n");
        Write($"{folder}/level", level + "\n");
        Write($"{folder}/size", size + "\n");
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
