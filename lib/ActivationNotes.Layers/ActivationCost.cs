using ActivationNotes.Timing;

namespace ActivationNotes.Layers;

/// <summary>What one activation costs behind one layer.</summary>
/// <param name="Activation">Name of the operator.</param>
/// <param name="Milliseconds">Wall time of layer and activation, the fastest sample.</param>
/// <param name="TimesPlain">Its ratio to the layer alone, the fastest sample of each: a layer takes so long that others would be interrupted.</param>
/// <param name="TimesPlainMedian">The same ratio over all pairs of samples, with its interval: how sure it is on this machine, now.</param>
/// <param name="ProfiledShare">Share of the time that ONNX Runtime's profiler books to the activation, 0 to 1, when nothing is fused.</param>
public sealed record ActivationCost(string Activation, double Milliseconds, double TimesPlain, Ratio TimesPlainMedian, double ProfiledShare)
{
    /// <summary>Share of the wall time that is there because of the activation, 0 to 1; fused as ONNX Runtime likes. Noise may make it negative.</summary>
    public double Share => ShareOf(TimesPlain);

    /// <summary>The same share as the median over all pairs of samples: better where several threads must be free at once.</summary>
    public double MedianShare => ShareOf(TimesPlainMedian.Median);

    /// <summary>The share over all pairs of samples: the interval that holds its median with 95 % confidence.</summary>
    public (double Low, double High) ShareInterval => (ShareOf(TimesPlainMedian.Low), ShareOf(TimesPlainMedian.High));

    private static double ShareOf(double timesPlain) => 1 - 1 / timesPlain;
}
