using System.Numerics;
using System.Runtime.InteropServices;
using ActivationNotes.Experiments;
using ActivationNotes.Kernels;
using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Kernels;

public sealed class VectorMathTests
{
    private delegate void Spans<T>(ReadOnlySpan<T> x, Span<T> y);

    [Fact]
    public void Sigmoids_of_floats_are_within_2_ulp_on_a_sample_of_all_floats()
    {
        // Every 65,537th bit pattern: all exponents, both signs, many mantissas.
        var x = Sample();
        var (sigmoid, slope) = (new float[x.Length], new float[x.Length]);
        VectorMath.Sigmoid(x, sigmoid);
        VectorMath.SigmoidDerivative(x, slope);
        for (var i = 0; i < x.Length; i++)
        {
            if (!(Math.Abs(x[i]) < 120)) continue;
            Assert.True(ExactSigmoid.Value(x[i]).UlpsFrom(sigmoid[i]) <= 2, $"s({x[i]:R}) = {sigmoid[i]:R}");
            Assert.True(ExactSigmoid.Slope(x[i]).UlpsFrom(slope[i]) <= 2.5, $"s'({x[i]:R}) = {slope[i]:R}");
        }
    }

    [Fact]
    public void Sigmoids_of_doubles_are_within_2_ulp_on_random_points()
    {
        var random = new Random(11);
        double[] x = [.. Enumerable.Range(0, 20_000).Select(i => (random.NextDouble() - 0.5) * (i % 4) switch { 0 => 2, 1 => 20, 2 => 80, _ => 1_500 })];
        var (sigmoid, slope) = (new double[x.Length], new double[x.Length]);
        VectorMath.Sigmoid(x, sigmoid);
        VectorMath.SigmoidDerivative(x, slope);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.True(ExactSigmoid.Value(x[i]).UlpsFrom(sigmoid[i]) <= 2, $"s({x[i]:R}) = {sigmoid[i]:R}");
            Assert.True(ExactSigmoid.Slope(x[i]).UlpsFrom(slope[i]) <= 2.5, $"s'({x[i]:R}) = {slope[i]:R}");
        }
    }

    [Fact]
    public void Exp_and_tanh_of_floats_agree_with_the_system_s_doubles()
    {
        var x = Sample();
        var (exp, tanh) = (new float[x.Length], new float[x.Length]);
        VectorMath.Exp(x, exp);
        VectorMath.Tanh(x, tanh);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.True(Ulp.Distance(exp[i], (float)Math.Exp(x[i])) <= 1, $"exp({x[i]:R}) = {exp[i]:R}");
            Assert.True(Ulp.Distance(tanh[i], (float)Math.Tanh(x[i])) <= 2, $"tanh({x[i]:R}) = {tanh[i]:R}");
        }
    }

    [Fact]
    public void Exp_of_doubles_is_within_1_ulp_and_tanh_within_3_on_random_points()
    {
        var random = new Random(12);
        double[] x = [.. Enumerable.Range(0, 20_000).Select(i => (random.NextDouble() - 0.5) * (i % 3) switch { 0 => 2, 1 => 40, _ => 1_400 })];
        var (exp, tanh) = (new double[x.Length], new double[x.Length]);
        VectorMath.Exp(x, exp);
        VectorMath.Tanh(x, tanh);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.True(ExactExponential(x[i]).UlpsFrom(exp[i]) <= 1, $"exp({x[i]:R}) = {exp[i]:R}");
            Assert.True(ExactTanh(Math.Abs(x[i])).UlpsFrom(Math.CopySign(tanh[i], 1)) <= 3, $"tanh({x[i]:R}) = {tanh[i]:R}");
            Assert.Equal(Math.Sign(x[i]), Math.Sign(tanh[i]));
        }
    }

    [Fact]
    public void Edges_are_exact()
    {
        float[] x = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, 17.5f, -150f, 200f, float.Epsilon];
        Assert.Equal([float.NaN, 1, 0, 0.5f, 0.5f, 1, 0, 1, 0.5f], Apply(VectorMath.Sigmoid, x));
        Assert.Equal([float.NaN, 0, 0, 0.25f, 0.25f, 2.51e-8f, 0, 0, 0.25f], Apply(VectorMath.SigmoidDerivative, x), (left, right) => Near(left, right));
        Assert.Equal([float.NaN, float.PositiveInfinity, 0, 1, 1, 3.982478e7f, 0, float.PositiveInfinity, 1], Apply(VectorMath.Exp, x), (left, right) => Near(left, right));
        Assert.Equal("NaN, 1, -1, 0, -0, 1, -1, 1, 1E-45", string.Join(", ", Apply(VectorMath.Tanh, x)));
        double[] wide = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, 38, -750, 800, double.Epsilon];
        Assert.Equal([double.NaN, 1, 0, 0.5, 0.5, 1, 0, 1, 0.5], Apply(VectorMath.Sigmoid, wide));
        Assert.Equal("NaN, 1, -1, 0, -0, 1, -1, 1, 5E-324", string.Join(", ", Apply(VectorMath.Tanh, wide)));
        Assert.Equal("NaN, Infinity, 0, 1, 1", string.Join(", ", Apply(VectorMath.Exp, wide)[..5]));
    }

    [Fact]
    public void Results_sink_to_zero_through_the_subnormal_numbers()
    {
        float[] x = [.. Enumerable.Range(0, 1_800).Select(i => -87f - i * 0.01f)];
        var sigmoid = Apply(VectorMath.Sigmoid, x);
        var exp = Apply(VectorMath.Exp, x);
        Assert.Equal(float.Epsilon, sigmoid.Last(value => value > 0));
        for (var i = 0; i < x.Length; i++)
        {
            var exact = (float)Math.Exp(x[i]);
            Assert.True(Ulp.Distance(sigmoid[i], exact) <= 2 && Ulp.Distance(exp[i], exact) <= 1, $"at {x[i]}: {sigmoid[i]}, {exp[i]}, exact {exact}");
        }
    }

    [Fact]
    public void Spans_too_long_for_the_caches_give_what_short_ones_give_wherever_they_begin()
    {
        const int Length = 9_000_000;
        float[] pattern = [.. Enumerable.Range(0, 1_009).Select(i => (i - 500) * 0.05f)];
        var expected = Apply(VectorMath.Sigmoid, pattern);
        var (x, y) = (new float[Length + 5], new float[Length + 9]);
        for (var i = 0; i < x.Length; i++) x[i] = pattern[i % pattern.Length];
        foreach (var begin in new[] { 0, 1, 7 })
        {
            Array.Fill(y, -7f);
            VectorMath.Sigmoid(x.AsSpan(0, Length), y.AsSpan(begin, Length));
            Assert.All(y[..begin], outside => Assert.Equal(-7, outside));
            Assert.All(y[(begin + Length)..], outside => Assert.Equal(-7, outside));
            for (var i = 0; i < Length; i++)
                if (y[begin + i] != expected[i % pattern.Length]) Assert.Fail($"begin {begin}, element {i}: {y[begin + i]}, alone {expected[i % pattern.Length]}");
        }

        // Written at addresses that are no multiple of an element's size.
        var bytes = new byte[(Length + 1) * sizeof(float)];
        var odd = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(1, Length * sizeof(float)));
        VectorMath.Sigmoid(x.AsSpan(0, Length), odd);
        for (var i = 0; i < Length; i += 977) Assert.Equal(expected[i % pattern.Length], odd[i]);
    }

    // e^-x = (1 - s) / s and e^x its inverse, with s = s(x) for the positive of the two: no digit is lost that a double has.
    private static ExactNumber ExactExponential(double x)
    {
        const int Bits = 320;
        var (mantissa, exponent) = ExactSigmoid.Value(-Math.Abs(x));
        var rest = (BigInteger.One << -exponent) - mantissa;
        // The longer of the two is divided after it was made longer still.
        var shift = Bits - exponent;
        return x < 0 ? new((mantissa << shift) / rest, -shift) : new((rest << shift) / mantissa, -shift);
    }

    // tanh x = 2 s(2x) - 1.
    private static ExactNumber ExactTanh(double x)
    {
        var (mantissa, exponent) = ExactSigmoid.Value(2 * x);
        return new(2 * mantissa - (BigInteger.One << -exponent), exponent);
    }

    private static bool Near(float left, float right) => float.IsNaN(left) == float.IsNaN(right) && !(Math.Abs(left - right) > 1e-3 * Math.Abs(right));

    private static T[] Apply<T>(Spans<T> function, T[] x)
    {
        var y = new T[x.Length];
        function(x, y);
        return y;
    }

    private static float[] Sample()
    {
        var x = new float[65_535];
        for (var i = 0; i < x.Length; i++) x[i] = BitConverter.UInt32BitsToSingle((uint)i * 65_537u);
        return x;
    }
}
