using System.Globalization;
using ActivationNotes.Kernels;

namespace ActivationNotes.Benchmarks;

/// <summary>The largest errors of the vector kernels of doubles on random points, against arithmetic of 100 bits.</summary>
internal static class ManyDoublesReport
{
    private const int Block = 1 << 14;

    private delegate void Spans(ReadOnlySpan<double> x, Span<double> y);

    private sealed class Function(string name, Spans values, Func<double, DoubleDouble, DoubleDouble> exact)
    {
        public string Name { get; } = name;

        public Spans Values { get; } = values;

        /// <summary>|f(x)|, from x and e^-|x|.</summary>
        public Func<double, DoubleDouble, DoubleDouble> Exact { get; } = exact;

        public double Worst { get; set; }

        public double WorstAt { get; set; }
    }

    /// <summary>Half of the points are uniform in [-40, 40], a quarter in [-1, 1], a quarter in [-690, 40].</summary>
    public static void Print(long count)
    {
        Function[] functions =
        [
            new("exp", VectorMath.Exp, (x, e) => x < 0 ? e : 1 / e),
            new("sigmoid", VectorMath.Sigmoid, (x, e) => (x < 0 ? e : 1) / (1 + e)),
            new("sigmoid'", VectorMath.SigmoidDerivative, (_, e) => e / (1 + e) / (1 + e)),
            new("tanh", VectorMath.Tanh, (_, e) => (1 + -1 * (e * e)) / (1 + e * e)),
        ];
        var random = new Random(1);
        var (x, y, exponentials) = (new double[Block], new double[Block], new DoubleDouble[Block]);
        for (long done = 0; done < count; done += Block)
        {
            for (var i = 0; i < Block; i++)
            {
                x[i] = (i % 4) switch { 0 => random.NextDouble() * 2 - 1, 1 => random.NextDouble() * 730 - 690, _ => random.NextDouble() * 80 - 40 };
                exponentials[i] = DoubleDouble.Exp(-Math.Abs(x[i]));
            }

            foreach (var function in functions)
            {
                function.Values(x, y);
                for (var i = 0; i < Block; i++)
                {
                    var ulps = Ulps(Math.Abs(y[i]), function.Exact(x[i], exponentials[i]));
                    if (ulps > function.Worst) (function.Worst, function.WorstAt) = (ulps, x[i]);
                }
            }
        }

        Console.WriteLine("| function | points | ULP | at |\n|---|--:|--:|--:|");
        foreach (var function in functions)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {function.Name} | {count:N0} | {function.Worst:0.000} | {function.WorstAt:R} |"));
    }

    private static double Ulps(double computed, DoubleDouble exact) =>
        Math.Abs((computed - exact.High) - exact.Low) / Math.ScaleB(1, Math.ILogB(exact.High) - 52);
}
