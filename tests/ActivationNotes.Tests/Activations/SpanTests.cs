using System.Runtime.Intrinsics;
using ActivationNotes.Activations;
using ActivationNotes.Kernels;
using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Activations;

public sealed class SpanTests
{
    /// <summary>Set for a child process that must run without vector hardware.</summary>
    public const string WithoutVectors = "ACTIVATIONNOTES_TEST_WITHOUT_VECTORS";

    private const double MostUlps = 2;

    private static readonly double[] Planted =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.Epsilon, -double.Epsilon, 1e-310, -1e-310,
        double.MaxValue, double.MinValue, 745.5, -745.5, 709.9, -709.9, 1e-40, -1e-40, 104.5, -104.5, -3, 3, -1, 1,
    ];

    public static TheoryData<string> Names => [.. Activation.All.Select(activation => activation.Info.Name)];

    private delegate void Spans<T>(ReadOnlySpan<T> x, Span<T> y);

    [Fact]
    public void A_child_process_that_must_run_without_vector_hardware_does() =>
        Assert.False(Environment.GetEnvironmentVariable(WithoutVectors) == "1" && (Vector128.IsHardwareAccelerated || VectorMath.IsVectorised));

    [Fact]
    public void Kernels_say_that_they_are_vectorised_wherever_registers_are_wide() => Assert.True(VectorMath.IsVectorised || !Vector512.IsHardwareAccelerated);

    [Theory]
    [MemberData(nameof(Names))]
    public void Spans_of_doubles_equal_scalars_for_every_length_and_position_of_a_special_value(string name)
    {
        var activation = Activation.Named(name);
        CheckDoubles(activation.Values, activation.Value);
        CheckDoubles(activation.Derivatives, activation.Derivative);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Spans_of_floats_equal_scalars_for_every_length_and_position_of_a_special_value(string name)
    {
        var activation = Activation.Named(name);
        CheckFloats(activation.Values, activation.Value);
        CheckFloats(activation.Derivatives, activation.Derivative);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_in_gives_NaN_out_and_infinities_give_limits(string name)
    {
        var activation = Activation.Named(name);
        Assert.True(double.IsNaN(activation.Value(double.NaN)));
        Assert.True(double.IsNaN(activation.Derivative(double.NaN)));
        foreach (var end in new[] { double.NegativeInfinity, double.PositiveInfinity })
        {
            var finite = Math.CopySign(1e300, end);
            var value = activation.Value(end);
            Assert.True(double.IsInfinity(value) ? Math.Abs(activation.Value(finite)) > 1e290 : value == activation.Value(finite), $"value {value}");
            Assert.Equal(activation.Derivative(finite), activation.Derivative(end), 1e-300);
        }
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("leaky-relu")]
    [InlineData("elu")]
    [InlineData("selu")]
    [InlineData("gelu")]
    [InlineData("gelu-tanh")]
    [InlineData("silu")]
    [InlineData("mish")]
    [InlineData("hard-swish")]
    [InlineData("hard-tanh")]
    [InlineData("softsign")]
    public void Where_zero_gives_zero_it_keeps_its_sign(string name)
    {
        var activation = Activation.Named(name);
        Assert.Equal("0", $"{activation.Value(0.0)}");
        Assert.Equal("-0", $"{activation.Value(-0.0)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Long_spans_give_what_scalars_give_wherever_they_begin(string name)
    {
        var activation = Activation.Named(name);
        var random = new Random(8);
        var x = Enumerable.Range(0, 1100).Select(_ => (float)((random.NextDouble() - 0.5) * 20)).ToArray();
        for (var begin = 0; begin < 20; begin++)
        {
            var room = Enumerable.Repeat(-77f, 20 + x.Length + 1).ToArray();
            activation.Values(x, room.AsSpan(begin, x.Length));
            var inPlace = new float[begin + x.Length];
            x.CopyTo(inPlace, begin);
            activation.Values(inPlace.AsSpan(begin), inPlace.AsSpan(begin));
            Assert.All(room[..begin], outside => Assert.Equal(-77, outside));
            Assert.All(room[(begin + x.Length)..], outside => Assert.Equal(-77, outside));
            for (var i = 0; i < x.Length; i++)
            {
                var expected = activation.Value(x[i]);
                Assert.True(Ulp.Distance(room[begin + i], expected) <= MostUlps, $"begin {begin}, x {x[i]}: {room[begin + i]}, scalar {expected}");
                Assert.Equal(room[begin + i], inPlace[begin + i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Spans_of_different_lengths_are_refused_with_both_lengths(string name)
    {
        var activation = Activation.Named(name);
        foreach (var error in new[]
        {
            Assert.Throws<ArgumentException>(() => activation.Values(new double[3], new double[5])),
            Assert.Throws<ArgumentException>(() => activation.Values(new float[3], new float[5])),
            Assert.Throws<ArgumentException>(() => activation.Derivatives(new double[3], new double[5])),
            Assert.Throws<ArgumentException>(() => activation.Derivatives(new float[3], new float[5])),
        })
        {
            Assert.Contains("x has 3", error.Message, StringComparison.Ordinal);
            Assert.Contains("y has 5", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Spans_that_overlap_without_being_the_same_are_refused()
    {
        var numbers = new double[10];
        var error = Assert.Throws<ArgumentException>(() => Activation.Named("tanh").Values(numbers.AsSpan(0, 8), numbers.AsSpan(2, 8)));
        Assert.Contains("2 elements", error.Message, StringComparison.Ordinal);
    }

    private static void CheckDoubles(Spans<double> spans, Func<double, double> scalar) =>
        Check(spans, x => scalar(x), x => x, (left, right) => Ulp.Distance(left, right));

    private static void CheckFloats(Spans<float> spans, Func<float, float> scalar) =>
        Check(spans, x => scalar(x), x => (float)x, (left, right) => Ulp.Distance(left, right));

    private static void Check<T>(Spans<T> spans, Func<T, T> scalar, Func<double, T> convert, Func<T, T, double> distance)
    {
        var random = new Random(7);
        for (var length = 0; length <= 67; length++)
        {
            for (var trial = 0; trial < 8; trial++)
            {
                var x = new T[length];
                for (var i = 0; i < length; i++)
                {
                    x[i] = convert(trial % 2 == 0 || random.Next(3) > 0
                        ? (random.NextDouble() - 0.5) * (trial < 4 ? 10 : 200)
                        : Planted[random.Next(Planted.Length)]);
                }

                // One element more than asked for, which must stay as it was.
                var guarded = Enumerable.Repeat(convert(-77), length + 1).ToArray();
                spans(x, guarded.AsSpan(0, length));
                Assert.Equal(convert(-77), guarded[length]);
                var inPlace = x.ToArray();
                spans(inPlace, inPlace);
                for (var i = 0; i < length; i++)
                {
                    var expected = scalar(x[i]);
                    Assert.True(distance(guarded[i], expected) <= MostUlps, $"length {length}, index {i}, x {x[i]}: {guarded[i]}, scalar {expected}");
                    Assert.True(distance(expected, convert(0)) > 0 || $"{guarded[i]}" == $"{expected}", $"x {x[i]}: {guarded[i]}, scalar {expected}");
                    Assert.Equal(guarded[i], inPlace[i]);
                }
            }
        }
    }
}
