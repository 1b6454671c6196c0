using System.Globalization;
using ActivationNotes.Kernels;

namespace ActivationNotes.Benchmarks;

/// <summary>The largest error of the sigmoid of doubles, and of its slope, on random points, against arithmetic of 100 bits.</summary>
internal static class ManyDoublesReport
{
    private const int Block = 1 << 14;

    /// <summary>Half of the points are uniform in [-40, 40], a quarter in [-1, 1], a quarter in [-690, 40].</summary>
    public static void Print(long count)
    {
        var random = new Random(1);
        var (x, value, slope) = (new double[Block], new double[Block], new double[Block]);
        var (worst, worstAt, worstSlope, worstSlopeAt) = (0.0, 0.0, 0.0, 0.0);
        for (long done = 0; done < count; done += Block)
        {
            for (var i = 0; i < Block; i++)
                x[i] = (i % 4) switch { 0 => random.NextDouble() * 2 - 1, 1 => random.NextDouble() * 730 - 690, _ => random.NextDouble() * 80 - 40 };
            VectorMath.Sigmoid(x, value);
            VectorMath.SigmoidDerivative(x, slope);
            for (var i = 0; i < Block; i++)
            {
                var e = DoubleDouble.Exp(-Math.Abs(x[i]));
                var onePlus = 1 + e;
                var exact = (x[i] < 0 ? e : 1) / onePlus;
                var exactSlope = e / onePlus / onePlus;
                if (Ulps(value[i], exact) is var ulps && ulps > worst) (worst, worstAt) = (ulps, x[i]);
                if (Ulps(slope[i], exactSlope) is var slopeUlps && slopeUlps > worstSlope) (worstSlope, worstSlopeAt) = (slopeUlps, x[i]);
            }
        }

        Console.WriteLine("| function | points | ULP | at |\n|---|--:|--:|--:|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| sigmoid | {count:N0} | {worst:0.000} | {worstAt:R} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| sigmoid' | {count:N0} | {worstSlope:0.000} | {worstSlopeAt:R} |"));
    }

    private static double Ulps(double computed, DoubleDouble exact) =>
        Math.Abs((computed - exact.High) - exact.Low) / Math.ScaleB(1, Math.ILogB(exact.High) - 52);
}
