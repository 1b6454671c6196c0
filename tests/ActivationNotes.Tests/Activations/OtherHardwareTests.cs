using ActivationNotes.Activations;
using ActivationNotes.Kernels;
using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Activations;

public sealed class OtherHardwareTests
{
    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", "1")]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    public async Task Accuracy_and_spans_hold_with_parts_of_the_hardware_switched_off(string setting, string withoutVectors)
    {
        await ChildRun.PassAsync(new Dictionary<string, string> { [setting] = "0", [SpanTests.WithoutVectors] = withoutVectors },
            "-class", typeof(SpanTests).FullName!, "-class", typeof(AccuracyTests).FullName!);
    }

    [Fact]
    public void Registers_of_every_width_give_the_same_bits()
    {
        Check(new ValueOf<Gelu>(default));
        Check(new ValueOf<Tanh>(default));
        Check(new ValueOf<Sigmoid>(default));
        Check(new ValueOf<Silu>(default));
        Check(new DerivativeOf<Sigmoid>(default));
        Check(new DerivativeOf<Mish>(default));
        Check(new DerivativeOf<GeluTanh>(default));
        Check(default(ExpOperation));
    }

    [Fact]
    public void The_tuned_sigmoid_has_the_same_bits_in_registers_of_every_width()
    {
        var random = new Random(4);
        float[] edges = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue];
        float[] x = [.. edges, .. Enumerable.Range(0, 20_000).Select(i => (float)((random.NextDouble() - 0.5) * (i % 2 == 0 ? 20 : 220))), .. edges];
        var (narrow, middle, wide) = (new float[x.Length], new float[x.Length], new float[x.Length]);
        ElementWise.FusedSigmoid<FloatPack128>(x, narrow);
        ElementWise.FusedSigmoid<FloatPack256>(x, middle);
        ElementWise.FusedSigmoid<FloatPack512>(x, wide);
        Assert.Equal(Bits(wide), Bits(narrow));
        Assert.Equal(Bits(wide), Bits(middle));
    }

    private static void Check<TOperation>(TOperation operation)
        where TOperation : struct, IRealOperation
    {
        var random = new Random(3);
        double[] edges = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue];
        double[] x = [.. edges, .. Enumerable.Range(edges.Length, 1001).Select(i => (random.NextDouble() - 0.5) * (i < 500 ? 100 : 1600)), .. edges];
        var floats = x.Select((number, i) => (float)(i < 500 ? number : number / 7)).ToArray();
        var (narrow, middle, wide) = (new double[x.Length], new double[x.Length], new double[x.Length]);
        ElementWise.RealInRegisters<TOperation, Pack128<DoublePrecision>, double>(operation, x, narrow);
        ElementWise.RealInRegisters<TOperation, Pack256<DoublePrecision>, double>(operation, x, middle);
        ElementWise.RealInRegisters<TOperation, Pack512<DoublePrecision>, double>(operation, x, wide);
        Assert.Equal(Bits(wide), Bits(narrow));
        Assert.Equal(Bits(wide), Bits(middle));
        var (narrowFloats, middleFloats, wideFloats) = (new float[x.Length], new float[x.Length], new float[x.Length]);
        ElementWise.Real<TOperation, FloatPack128, Pack128<SinglePrecision>>(operation, floats, narrowFloats);
        ElementWise.Real<TOperation, FloatPack256, Pack256<SinglePrecision>>(operation, floats, middleFloats);
        ElementWise.Real<TOperation, FloatPack512, Pack512<SinglePrecision>>(operation, floats, wideFloats);
        Assert.Equal(Bits(wideFloats), Bits(narrowFloats));
        Assert.Equal(Bits(wideFloats), Bits(middleFloats));
    }

    // Zero and minus zero differ; one NaN is like another.
    private static long[] Bits(double[] numbers) => [.. numbers.Select(number => BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number))];

    private static int[] Bits(float[] numbers) => [.. numbers.Select(number => BitConverter.SingleToInt32Bits(float.IsNaN(number) ? float.NaN : number))];
}
