using ActivationNotes.Activations;
using ActivationNotes.Numbers;
using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>How far a way of computing the sigmoid is from the sigmoid.</summary>
/// <param name="Ulps">Largest error in units of the last place of a float.</param>
/// <param name="WorstX">Where it is that large.</param>
/// <param name="Absolute">Largest distance.</param>
public sealed record SigmoidErrors(double Ulps, float WorstX, double Absolute)
{
    // A prime: no pattern of the bits is met more often than others. A million of the 2^32 floats are left.
    private const uint Stride = 4093;
    private const int Dense = 200_001;

    private static readonly float[] s_inputs = Inputs();
    private static readonly double[] s_exact = Exact();

    /// <summary>
    /// Measures over a million floats of all sizes and, where the curve bends, 200,000 from -10 to 10. The ruler is the course's
    /// sigmoid in double, whose own error is below a billionth of a unit of float.
    /// </summary>
    /// <param name="map">The way.</param>
    public static SigmoidErrors Of(FloatMap map)
    {
        var y = new float[s_inputs.Length];
        map(s_inputs, y);
        var (ulps, worst, absolute) = (0.0, 0f, 0.0);
        for (var i = 0; i < y.Length; i++)
        {
            absolute = Math.Max(absolute, Math.Abs(y[i] - s_exact[i]));
            var error = Ulp.Error(y[i], s_exact[i]);
            if (error > ulps) (ulps, worst) = (error, s_inputs[i]);
        }

        return new(ulps, worst, absolute);
    }

    private static float[] Inputs()
    {
        var sparse = Enumerable.Range(0, (int)(uint.MaxValue / Stride)).Select(i => BitConverter.UInt32BitsToSingle((uint)i * Stride));
        var dense = Enumerable.Range(0, Dense).Select(i => -10 + i * (20f / (Dense - 1)));
        return [.. sparse.Where(float.IsFinite), .. dense];
    }

    private static double[] Exact()
    {
        var exact = new double[s_inputs.Length];
        Activation.Named("sigmoid").Values([.. s_inputs.Select(x => (double)x)], exact);
        return exact;
    }
}
