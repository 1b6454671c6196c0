using ActivationNotes.Diagnostics;
using ActivationNotes.Networks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Diagnostics;

public sealed class GradientFlowTests
{
    private static readonly Network<float> Net = new NetworkRecipe("tanh", 2, 5).Build<float>(3, 2, new MersenneTwister(4));
    private static readonly Matrix<float> Input = Matrix<float>.Build.Dense(6, 3, (i, j) => (i - 2) * 0.3f + j * 0.1f);
    private static readonly Gradients<float> All = Net.Forward(Input).Backward(new SoftmaxCrossEntropy<float>([0, 1, 0, 1, 1, 0]));

    [Fact]
    public void Norms_are_roots_of_sums_of_squares_of_each_dense_layer()
    {
        Assert.Equal(3, GradientFlow.WeightNorms(All, Net).Length);
        foreach (var (norm, index) in GradientFlow.WeightNorms(All, Net).Zip([0, 2, 4]))
            Assert.Equal(Math.Sqrt(All.Parameters[index].Sum(g => (double)g * g)), norm, 1e-12);
        foreach (var (norm, index) in GradientFlow.BiasNorms(All, Net).Zip([1, 3, 5]))
            Assert.Equal(Math.Sqrt(All.Parameters[index].Sum(g => (double)g * g)), norm, 1e-12);
    }

    [Fact]
    public void What_arrives_at_the_last_layer_is_the_gradient_of_the_loss()
    {
        var (_, atOutput) = new SoftmaxCrossEntropy<float>([0, 1, 0, 1, 1, 0]).Of(Net.Forward(Input).Output);
        Assert.Equal(atOutput.FrobeniusNorm(), GradientFlow.UpstreamNorms(All, Net)[^1], 1e-6);
    }

    [Fact]
    public void Gradients_far_below_the_square_root_of_the_smallest_float_keep_their_norm()
    {
        var tiny = new Gradients<float>(0, [new LayerGradient<float>(Input, Input, [[3e-30f, 4e-30f], [0f]])]);
        var one = new Network<float>(new DenseLayer<float>(2, 1, Initialisation.He, new MersenneTwister(1)));
        Assert.Equal(5e-30, GradientFlow.WeightNorms(tiny, one)[0], 1e-36);
    }

    [Fact]
    public void The_spectral_norm_is_the_largest_stretch()
    {
        var weights = new Parameter<float>("weights", 2, 2, [3, 0, 0, -5]);
        Assert.Equal(5, GradientFlow.SpectralNorm(weights), 1e-6);
    }

    [Fact]
    public void Relative_change_is_the_distance_as_a_share_of_the_old_weights()
    {
        var network = new Network<float>(new DenseLayer<float>(2, 1, Initialisation.He, new MersenneTwister(1)));
        network.Parameters[0].Values[0] = 3;
        network.Parameters[0].Values[1] = 4;
        var before = GradientFlow.CopyOfWeights(network);
        network.Parameters[0].Values[0] = 4;
        Assert.Equal(0.2, GradientFlow.RelativeChange(before, network)[0], 1e-6);
        Assert.Equal(Math.Sqrt(32), GradientFlow.SizeOfWeights(network)[0], 1e-6);
    }
}
