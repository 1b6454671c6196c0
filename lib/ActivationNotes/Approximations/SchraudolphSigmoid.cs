using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Approximations;

/// <summary>
/// 1 / (1 + e^-x) with Schraudolph's exponential: a float keeps its exponent in its upper bits, so a number written there
/// <em>is</em> a power of two, and what spills over into the lower bits interpolates between powers. One multiplication, one
/// addition, one conversion to a whole number, whose bits are read as a float.
/// </summary>
public readonly record struct SchraudolphSigmoid : IFloatActivation
{
    // 2^23 / ln 2, and 127 · 2^23 less the shift of the paper (60801 · 2^-20 of an exponent) that makes the error smallest on average.
    private const float Factor = 12102203.161561486f, Offset = 127 * (1 << 23) - 60801 * 8;
    private const float Lowest = -87, Highest = 88;

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "schraudolph-sigmoid",
        Title = "Schraudolph",
        Summary = "Writes the exponential into the exponent bits of a float.",
        Latex = @"\frac{1}{1 + \mathrm{float}(\lfloor 2^{23} (127 - c - x / \ln 2) \rfloor)}",
        DerivativeLatex = @"y\,(1-y)",
        Range = new(0, 1, LowIncluded: true, HighIncluded: true),
        Source = "Schraudolph, A Fast, Compact Approximation of the Exponential Function, Neural Computation 11 (1999), section 2",
    };

    /// <inheritdoc/>
    public float Single(float x)
    {
        if (float.IsNaN(x)) return x;
        var exponential = BitConverter.Int32BitsToSingle((int)(Math.Clamp(-x, Lowest, Highest) * Factor + Offset));
        return 1 / (1 + exponential);
    }

    /// <summary>y (1 - y) with y = f(x): what a network takes that knows only its outputs.</summary>
    /// <inheritdoc/>
    public float SingleDerivative(float x) => Single(x) is var y ? y * (1 - y) : 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Values(ReadOnlySpan<float> x, Span<float> y)
    {
        // Written once, in the widest registers there are; on narrower hardware the runtime splits each into two or four.
        ElementWise.RequireSameShape(x, y);
        var whole = x.Length - x.Length % Vector512<float>.Count;
        ref var source = ref MemoryMarshal.GetReference(x);
        ref var target = ref MemoryMarshal.GetReference(y);
        for (var i = 0; i < whole; i += Vector512<float>.Count)
        {
            var inputs = Vector512.LoadUnsafe(ref source, (nuint)i);
            var inside = Vector512.ClampNative(-inputs, Vector512.Create(Lowest), Vector512.Create(Highest));
            var exponential = Vector512.ConvertToInt32Native(inside * Factor + Vector512.Create(Offset)).AsSingle();
            var result = Vector512<float>.One / (Vector512<float>.One + exponential);
            Vector512.ConditionalSelect(Vector512.Equals(inputs, inputs), result, inputs).StoreUnsafe(ref target, (nuint)i);
        }

        for (var i = whole; i < x.Length; i++) y[i] = Single(x[i]);
    }
}
