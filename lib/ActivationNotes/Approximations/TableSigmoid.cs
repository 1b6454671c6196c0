using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Approximations;

/// <summary>
/// 512 straight lines between values looked up in a table, from -16 to 16. The table takes 4 KiB, a part of the first cache.
/// Processors with AVX2 look up eight values at once; others one by one.
/// </summary>
public readonly record struct TableSigmoid : IFloatActivation
{
    private const int Lines = 512;
    private const float End = 16, LinesPerUnit = Lines / (2 * End);

    private static readonly float[] s_values = [.. Enumerable.Range(0, Lines + 1).Select(i => (float)Elementary.Logistic(i / (double)LinesPerUnit - End))];
    private static readonly float[] s_rises = [.. Enumerable.Range(0, Lines).Select(i => s_values[i + 1] - s_values[i])];

    /// <inheritdoc/>
    public ActivationInfo Info => new()
    {
        Name = "table-sigmoid",
        Title = "table",
        Summary = "512 values in a table, straight lines between them.",
        Latex = @"s_k + (16x - k)(s_{k+1} - s_k), \quad k = \lfloor 16x \rfloor",
        DerivativeLatex = @"16\,(s_{k+1} - s_k)",
        Range = new(0, 1),
        Source = "linear interpolation: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), section 25.2",
    };

    /// <inheritdoc/>
    public float Single(float x)
    {
        if (float.IsNaN(x)) return x;
        var place = Math.Clamp((x + End) * LinesPerUnit, 0, Lines);
        var line = LineAt(place);
        return s_values[line] + (place - line) * s_rises[line];
    }

    /// <inheritdoc/>
    public float SingleDerivative(float x) =>
        float.IsNaN(x) ? x : Math.Abs(x) >= End ? 0 : LinesPerUnit * s_rises[LineAt((x + End) * LinesPerUnit)];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Values(ReadOnlySpan<float> x, Span<float> y)
    {
        ElementWise.RequireSameShape(x, y);
        var whole = Avx2.IsSupported ? x.Length - x.Length % Vector256<float>.Count : 0;
        fixed (float* values = s_values, rises = s_rises)
        {
            ref var source = ref MemoryMarshal.GetReference(x);
            ref var target = ref MemoryMarshal.GetReference(y);
            for (var i = 0; i < whole; i += Vector256<float>.Count)
            {
                var inputs = Vector256.LoadUnsafe(ref source, (nuint)i);
                var place = Vector256.ClampNative((inputs + Vector256.Create(End)) * LinesPerUnit, Vector256<float>.Zero, Vector256.Create((float)Lines));
                var line = Vector256.Min(Vector256.ConvertToInt32Native(Vector256.Floor(place)), Vector256.Create(Lines - 1));
                var share = place - Vector256.ConvertToSingle(line);
                var result = Avx2.GatherVector256(values, line, sizeof(float)) + share * Avx2.GatherVector256(rises, line, sizeof(float));
                Vector256.ConditionalSelect(Vector256.Equals(inputs, inputs), result, inputs).StoreUnsafe(ref target, (nuint)i);
            }
        }

        for (var i = whole; i < x.Length; i++) y[i] = Single(x[i]);
    }

    // The float below the end, plus the end, rounds to twice the end: one past the last line.
    private static int LineAt(float place) => Math.Min((int)place, Lines - 1);
}
