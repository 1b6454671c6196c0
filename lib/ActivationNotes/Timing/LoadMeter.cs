using System.Diagnostics;
using System.Globalization;

namespace ActivationNotes.Timing;

/// <summary>Watches how busy a machine is, from its making until it is read.</summary>
internal sealed class LoadMeter
{
    // Linux counts processor time in hundredths of a second: in a shorter while the shares would be chance.
    private const double LeastTicks = 10;

    private readonly string _root;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _own = OwnTime();
    private readonly (double Busy, double All)? _machine;

    /// <summary>Begins to watch.</summary>
    /// <param name="root">Where Linux' folder /proc is; elsewhere there is none, and less is known.</param>
    public LoadMeter(string root = "/") => (_root, _machine) = (root, ReadMachine(root));

    /// <summary>The load since the meter was made.</summary>
    public MachineLoad Read()
    {
        var own = (OwnTime() - _own).TotalSeconds;
        double? others = null;
        if (_machine is var (busyBefore, allBefore) && ReadMachine(_root) is var (busyNow, allNow) && allNow - allBefore >= LeastTicks)
        {
            var ownTicks = own * TicksPerSecond;
            others = Math.Clamp((busyNow - busyBefore - ownTicks) / (allNow - allBefore), 0, 1);
        }

        return new(Environment.ProcessorCount, others, ReadLoadAverage(), own / Math.Max(Stopwatch.GetElapsedTime(_start).TotalSeconds, 1e-9));
    }

    // USER_HZ, which Linux has fixed at 100 for what it shows to programs.
    private const double TicksPerSecond = 100;

    private static TimeSpan OwnTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    // "cpu  user nice system idle iowait irq softirq steal guest guest_nice", in ticks since the start; guests are counted in user already.
    private static (double Busy, double All)? ReadMachine(string root)
    {
        if (Line(Path.Combine(root, "proc/stat")) is not ['c', 'p', 'u', ' ', ..] line) return null;
        double[] ticks = [.. line[4..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Select(Number)];
        if (ticks.Length < 8 || ticks.Any(double.IsNaN)) return null;
        var idle = ticks[3] + ticks[4];
        return (ticks.Sum() - idle, ticks.Sum());
    }

    private double? ReadLoadAverage()
    {
        var average = Number(Line(Path.Combine(_root, "proc/loadavg"))?.Split(' ')[0]);
        return double.IsNaN(average) ? null : average;
    }

    private static double Number(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private static string? Line(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadLines(path).FirstOrDefault() : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
