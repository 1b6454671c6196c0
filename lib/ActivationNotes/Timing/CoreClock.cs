using System.Runtime.CompilerServices;

namespace ActivationNotes.Timing;

/// <summary>
/// A stretch of work whose length in cycles is known: additions of which each waits for the one before. Every processor adds two registers in
/// one cycle, and none can begin before both are there. So its time is that of a known number of cycles, whatever the clock does.
/// </summary>
internal static class CoreClock
{
    /// <summary>How many additions <see cref="Chain"/> does one after the other: a few microseconds.</summary>
    public const int Additions = Repeats * 16;

    private const int Repeats = 2048;

    // From half a gigahertz to eight: what is outside was no processor at work, but an emulator, or a machine that was taken away.
    private const double ShortestCycle = 0.125, LongestCycle = 2;

    private static ulong s_sink;

    /// <summary>Nanoseconds of one cycle, or null where the chain's times name no plausible clock.</summary>
    /// <param name="chains">Nanoseconds that the chain took, some times over; in any order.</param>
    public static double? NanosecondsPerCycle(IReadOnlyList<double> chains)
    {
        if (chains.Count == 0) return null;
        double[] sorted = [.. chains.Order()];
        var cycle = Statistics.Quantile(sorted, 0.5) / Additions;
        return cycle is >= ShortestCycle and <= LongestCycle ? cycle : null;
    }

    /// <summary>Does the additions. Numbers that grow as Fibonacci's do cannot be foreseen by a compiler.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Chain()
    {
        ulong a = 1, b = s_sink | 1;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            a += b; b += a; a += b; b += a;
            a += b; b += a; a += b; b += a;
            a += b; b += a; a += b; b += a;
            a += b; b += a; a += b; b += a;
        }

        Volatile.Write(ref s_sink, a ^ b);
    }
}
