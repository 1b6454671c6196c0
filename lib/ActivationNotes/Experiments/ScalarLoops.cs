using System.Runtime.CompilerServices;

namespace ActivationNotes.Experiments;

#pragma warning disable RS0030 // What the C library takes for an exponential is the subject of lesson 04; of these results only their time and error is shown.

/// <summary>
/// Loops as one writes them at first: one element after the other. The compiler does not turn them into vector code. They are
/// optimised at once.
/// </summary>
internal static class ScalarLoops
{
    /// <summary>s(x) in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SigmoidInDouble(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++) y[i] = (float)(1 / (1 + Math.Exp(-x[i])));
    }

    /// <summary>s(x) in float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SigmoidInFloat(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++) y[i] = 1 / (1 + MathF.Exp(-x[i]));
    }

    /// <summary>e^x in float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exp(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++) y[i] = MathF.Exp(x[i]);
    }

    /// <summary>x + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++) y[i] = x[i] + 1;
    }

    /// <summary>max(x, 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Max(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++) y[i] = Math.Max(x[i], 0);
    }
}
#pragma warning restore RS0030
