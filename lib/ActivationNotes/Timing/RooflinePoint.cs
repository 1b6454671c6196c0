namespace ActivationNotes.Timing;

/// <summary>A measured function beside the roof that holds it.</summary>
/// <param name="Work">What the function asks of a machine.</param>
/// <param name="Timing">How long it took.</param>
/// <param name="Level">The nearest memory that holds its data.</param>
/// <param name="Roof">The most operations per second that it could reach there.</param>
public sealed record RooflinePoint(ElementWork Work, KernelTiming Timing, MemoryLevel Level, double Roof)
{
    /// <summary>Operations per second, by the median.</summary>
    public double OperationsPerSecond => 1e9 * Work.Operations / Timing.Median;

    /// <summary>What it reaches of its roof; noise may lift it a little above 1, since the roof is measured, too.</summary>
    public double ShareOfRoof => OperationsPerSecond / Roof;

    /// <summary>Whether arithmetic is the roof there; if not, memory is.</summary>
    /// <param name="roofline">The roofs that the point was placed under.</param>
    public bool IsHeldByArithmetic(Roofline roofline) => Work.OperationsPerByte >= roofline.Ridge(Level);

    /// <summary>Places a measured function under its roof.</summary>
    /// <param name="work">What the function asks of a machine.</param>
    /// <param name="timing">How long it took.</param>
    /// <param name="roofline">The roofs of the machine; its levels are the caches, the nearest first, and last the memory.</param>
    /// <param name="machine">Says how large the caches are.</param>
    public static RooflinePoint Of(ElementWork work, KernelTiming timing, Roofline roofline, MachineInfo machine)
    {
        var bytes = work.Bytes * timing.Elements;
        var caches = roofline.Levels.Length - 1;
        var holding = Enumerable.Range(0, caches).FirstOrDefault(place => bytes < machine.CacheBytes(place + 1), caches);
        var level = roofline.Levels[holding];
        return new(work, timing, level, roofline.Attainable(work.OperationsPerByte, level));
    }
}
