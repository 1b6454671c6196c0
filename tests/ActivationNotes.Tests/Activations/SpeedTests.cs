using System.Numerics.Tensors;
using ActivationNotes.Activations;
using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Activations;

/// <summary>Ratios of kernels that take turns, never a time: what slows the machine slows both.</summary>
public sealed class SpeedTests
{
    [Fact]
    public void The_sigmoid_of_65536_floats_is_as_fast_as_that_of_TensorPrimitives() => IsAsFast("sigmoid", TensorPrimitives.Sigmoid);

    [Fact]
    public void The_tanh_of_65536_floats_is_as_fast_as_that_of_TensorPrimitives() => IsAsFast("tanh", TensorPrimitives.Tanh);

    private static void IsAsFast(string name, FloatMap theirs)
    {
        float[] x = [.. Enumerable.Range(0, 65_536).Select(i => (i * 16f / 65_536) - 8)], y = new float[x.Length];
        var comparison = new Comparison { WarmUpPatience = TimeSpan.FromSeconds(2), FewestRounds = 41, Patience = TimeSpan.FromSeconds(5) };
        var ratio = comparison.Run(TimedKernel.Map("ours", Activation.Named(name).Values, x, y), TimedKernel.Map("theirs", theirs, x, y)).RatioOf("theirs", "ours");
        Assert.True(ratio.High >= 1, $"{name} takes {1 / ratio.Median:0.00} times as long as TensorPrimitives'.");
    }
}
