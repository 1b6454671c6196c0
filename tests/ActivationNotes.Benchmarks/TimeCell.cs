using System.Globalization;
using ActivationNotes.Timing;

namespace ActivationNotes.Benchmarks;

/// <summary>A time as a cell of a table.</summary>
internal static class TimeCell
{
    /// <summary>Median and, in brackets, the middle half, in nanoseconds per element.</summary>
    public static string Write(KernelTiming timing) =>
        string.Create(CultureInfo.InvariantCulture, $"{timing.Median:0.000} [{timing.LowerQuartile:0.000}, {timing.UpperQuartile:0.000}]");

    /// <summary>A ratio of two times.</summary>
    public static string Write(Ratio ratio) => ratio.Median.ToString("0.00", CultureInfo.InvariantCulture);
}
