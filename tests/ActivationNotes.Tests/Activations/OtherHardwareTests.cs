using System.Diagnostics;
using ActivationNotes.Activations;
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
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-class", typeof(SpanTests).FullName!, "-class", typeof(AccuracyTests).FullName!])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[setting] = "0";
        start.Environment[SpanTests.WithoutVectors] = withoutVectors;
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0, await output + await errors);
        Assert.Matches(@"Total: \d{2,}, Errors: 0, Failed: 0", await output);
    }

    [Fact]
    public void Registers_of_two_doubles_give_the_same_bits()
    {
        Check(new ValueOf<Gelu>(default));
        Check(new ValueOf<Tanh>(default));
        Check(new DerivativeOf<Mish>(default));
        Check(new DerivativeOf<GeluTanh>(default));
    }

    private static void Check<TOperation>(TOperation operation)
        where TOperation : struct, IRealOperation
    {
        var random = new Random(3);
        var x = Enumerable.Range(0, 1001).Select(_ => (random.NextDouble() - 0.5) * 100).ToArray();
        var floats = x.Select(number => (float)number).ToArray();
        var (narrow, wide) = (new double[x.Length], new double[x.Length]);
        var (narrowFloats, wideFloats) = (new float[x.Length], new float[x.Length]);
        ElementWise.Map<RealOn<TOperation, Pack128<DoublePrecision>>, Pack128<DoublePrecision>, double>(new(operation), x, narrow);
        ElementWise.Real(operation, x, wide);
        ElementWise.Map<RealOn<TOperation, Pack128<SinglePrecision>>, Pack128<SinglePrecision>, float>(new(operation), floats, narrowFloats);
        ElementWise.Real(operation, floats, wideFloats);
        Assert.Equal(wide, narrow);
        Assert.Equal(wideFloats, narrowFloats);
    }
}
