using System.Numerics;
using ActivationNotes.LinearAlgebra;

namespace ActivationNotes.Tests.LinearAlgebra;

/// <summary>Sums against exact arithmetic, and their order against the same order one number at a time.</summary>
public sealed class ReductionTests
{
    private const int Scale = 1200;

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 70), 1000, 1437, 4096];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Sums_of_doubles_are_as_near_to_the_exact_ones_as_their_roundings_allow(int length)
    {
        double[] x = Draws(length, 1), y = Draws(length, 2);
        AssertNear(x.Select(Exact), Reduction.Sum<double>(x), length, scale: 1);
        AssertNear(x.Zip(y, (a, b) => Exact(a) * Exact(b)), Reduction.Dot<double>(x, y), length, scale: 2);
        AssertNear(x.Select(a => Exact(a) * Exact(a)), Reduction.SumOfSquares<double>(x), length, scale: 2);
        AssertNear(x.Zip(y, (a, b) => (Exact(a) - Exact(b)) * (Exact(a) - Exact(b))), Square(Reduction.Distance<double>(x, y)), length, scale: 2);
        Assert.Equal(Math.Sqrt(Reduction.SumOfSquares<double>(x)), Reduction.Norm<double>(x));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_order_is_that_of_eight_running_sums_of_floats_or_four_of_doubles(int length)
    {
        double[] x = Draws(length, 3), y = Draws(length, 4);
        float[] a = [.. x.Select(value => (float)value)], b = [.. y.Select(value => (float)value)];
        Assert.Equal(InOrder(x, 2), Reduction.Sum<double>(x));
        Assert.Equal(InOrder([.. x.Zip(y, (p, q) => p * q)], 2), Reduction.Dot<double>(x, y));
        Assert.Equal(Math.Sqrt(InOrder([.. x.Zip(y, (p, q) => (p - q) * (p - q))], 2)), Reduction.Distance<double>(x, y));
        Assert.Equal(InOrder(a, 4), Reduction.Sum<float>(a));
        Assert.Equal(InOrder([.. a.Zip(b, (p, q) => p * q)], 4), Reduction.Dot<float>(a, b));
        Assert.Equal(MathF.Sqrt(InOrder([.. a.Zip(b, (p, q) => (p - q) * (p - q))], 4)), Reduction.Distance<float>(a, b));
    }

    [Fact]
    public void Not_a_number_and_infinity_come_through()
    {
        foreach (var place in new[] { 0, 9, 16 })
        {
            var x = Draws(17, 5);
            x[place] = double.PositiveInfinity;
            Assert.Equal(double.PositiveInfinity, Reduction.Sum<double>(x));
            x[place] = double.NaN;
            Assert.True(double.IsNaN(Reduction.Norm<double>(x)));
        }
    }

    [Fact]
    public void Vectors_of_different_lengths_are_refused_with_both_lengths()
    {
        var failure = Assert.Throws<ArgumentException>(() => Reduction.Dot<double>([1, 2], [1]));
        Assert.Contains("One vector has 2 numbers, the other 1.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_allocates_nothing()
    {
        float[] x = new float[1000], y = new float[1000];
        _ = Reduction.Distance<float>(x, y);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) _ = Reduction.Distance<float>(x, y) + Reduction.Sum<float>(x);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    // The documented order, on plain numbers: lanes is how many numbers fill 128 bits.
    private static T InOrder<T>(T[] terms, int lanes)
        where T : INumber<T>
    {
        var sums = new T[2 * lanes];
        Array.Fill(sums, T.Zero);
        var whole = terms.Length / lanes * lanes;
        for (var i = 0; i < whole; i++) sums[i % (2 * lanes)] += terms[i];
        for (var width = lanes; width > 0; width /= 2)
            for (var i = 0; i < width; i++) sums[i] += sums[i + width];
        var total = sums[0];
        foreach (var term in terms[whole..]) total += term;
        return total;
    }

    private static double[] Draws(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-20, 20)))];
    }

    private static double Square(double value) => value * value;

    // A double times 2^Scale.
    private static BigInteger Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        BigInteger mantissa = bits & 0xFFFFFFFFFFFFF | (exponent == 0 ? 0 : 1L << 52);
        mantissa <<= Math.Max(exponent, 1) - 1075 + Scale;
        return bits < 0 ? -mantissa : mantissa;
    }

    private static void AssertNear(IEnumerable<BigInteger> terms, double computed, int length, int scale)
    {
        BigInteger sum = 0, size = 0;
        foreach (var term in terms) (sum, size) = (sum + term, size + BigInteger.Abs(term));
        var error = BigInteger.Abs(sum - (Exact(computed) << (scale - 1) * Scale));
        // Half a unit of 2^-52 for each rounding on the longest way through the sum.
        Assert.True(error << 53 <= size * (length / 4 + 8), $"{computed:R}");
    }
}
