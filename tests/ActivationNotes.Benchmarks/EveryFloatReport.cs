using System.Globalization;
using System.Runtime.InteropServices;
using ActivationNotes.Activations;
using ActivationNotes.Kernels;
using ActivationNotes.Numbers;

namespace ActivationNotes.Benchmarks;

/// <summary>
/// The largest error of a function of floats over all 2^32 of them. The exact result is that of the double path, which is
/// accurate to 4 units of 2^-53 (checked against 60-digit values), rounded nowhere.
/// </summary>
internal static class EveryFloatReport
{
    private const int Block = 1 << 16;

    private delegate void Spans<T>(ReadOnlySpan<T> x, Span<T> y);

    private sealed record Function(string Name, Spans<float> Floats, Spans<double> Doubles);

    private sealed record Worst(double Ulps, float X, float Computed, double Exact);

    /// <summary>Names of the functions.</summary>
    public static IEnumerable<string> Names => Functions().Select(function => function.Name);

    /// <summary>Checks the functions named, or all; every <paramref name="stride"/>-th block of 65,536 floats.</summary>
    public static void Print(IReadOnlyList<string> names, int stride)
    {
        Console.WriteLine("| function | ULP | at | computed | exact |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var function in Functions().Where(function => names.Count == 0 || names.Contains(function.Name)))
        {
            var worst = Check(function, stride);
            Console.WriteLine(worst.Ulps == 0 ? $"| {function.Name} | 0 | | | |" : string.Create(CultureInfo.InvariantCulture,
                $"| {function.Name} | {worst.Ulps:0.000} | {worst.X:R} | {worst.Computed:R} | {worst.Exact:R} |"));
        }
    }

    private static IEnumerable<Function> Functions() =>
    [
        new("exp", VectorMath.Exp, VectorMath.Exp),
        .. Activation.All.SelectMany(activation => new Function[]
        {
            new(activation.Info.Name, activation.Values, activation.Values),
            new(activation.Info.Name + "'", activation.Derivatives, activation.Derivatives),
        }),
    ];

    private static Worst Check(Function function, int stride)
    {
        var worst = new Worst(0, 0, 0, 0);
        var bits = new uint[Block];
        var (computed, exact, inputs) = (new float[Block], new double[Block], new double[Block]);
        for (long start = 0; start <= uint.MaxValue; start += (long)Block * stride)
        {
            for (var i = 0; i < Block; i++) bits[i] = (uint)(start + i);
            var x = MemoryMarshal.Cast<uint, float>(bits);
            for (var i = 0; i < Block; i++) inputs[i] = x[i];
            function.Floats(x, computed);
            function.Doubles(inputs, exact);
            for (var i = 0; i < Block; i++)
            {
                if (computed[i] == exact[i]) continue;
                var ulps = Ulp.Error(computed[i], exact[i]);
                if (ulps > worst.Ulps) worst = new(ulps, x[i], computed[i], exact[i]);
            }
        }

        return worst;
    }
}
