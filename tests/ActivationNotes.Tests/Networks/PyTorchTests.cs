using System.Text.Json;
using ActivationNotes.Activations;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Networks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Networks;

/// <summary>Against numbers of PyTorch: <c>Reference/network_oracle.py</c> made them and says with what.</summary>
public sealed class PyTorchTests
{
    private const double Tolerance = 1e-5;

    private static readonly JsonElement s_expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "network.json"))).RootElement;

    [Fact]
    public void Scores_and_loss_of_a_network_with_every_kind_of_layer_are_those_of_PyTorch()
    {
        var (pass, loss) = Run();
        Assert.StartsWith("1.13", s_expected.GetProperty("torch").GetString(), StringComparison.Ordinal);
        AssertEqual(Numbers("scores"), ByRows(pass.Output));
        Assert.Equal(s_expected.GetProperty("loss").GetDouble(), pass.Backward(loss).Loss, Tolerance);
    }

    [Fact]
    public void Gradients_of_a_network_with_every_kind_of_layer_are_those_of_PyTorch()
    {
        var (pass, loss) = Run();
        var gradients = pass.Backward(loss);
        var parameters = s_expected.GetProperty("parameters").EnumerateArray().ToArray();
        Assert.Equal(parameters.Length, gradients.Parameters.Count);
        foreach (var (expected, actual) in parameters.Zip(gradients.Parameters)) AssertEqual(Numbers(expected.GetProperty("gradients")), actual);
        AssertEqual(Numbers("imageGradients"), ByRows(gradients.Input));
    }

    private static (ForwardPass<float> Pass, SoftmaxCrossEntropy<float> Loss) Run()
    {
        var random = new MersenneTwister(1);
        DenseLayer<float> Dense(int inputs, int outputs) => new(inputs, outputs, Initialisation.LeCun, random);
        ActivationLayer<float> Apply(int features, string name) => new(features, Activation.Named(name));
        var network = new Network<float>(
            Dense(9, 7), new BatchNormalisation<float>(7), Apply(7, "sigmoid"),
            Dense(7, 6), new LayerNormalisation<float>(6), Apply(6, "tanh"),
            new ResidualBlock<float>(Dense(6, 6), Apply(6, "gelu")),
            Dense(6, 4));
        // PyTorch keeps weights [outputs x inputs] row by row, which are the same numbers in the same order as ours.
        foreach (var (parameter, given) in network.Parameters.Zip(s_expected.GetProperty("parameters").EnumerateArray()))
            Numbers(given.GetProperty("values")).CopyTo(parameter.Values, 0);
        var images = Matrix<float>.Build.Dense(9, 11, Numbers("images")).Transpose();
        int[] labels = [.. s_expected.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())];
        return (network.Forward(images, training: true), new SoftmaxCrossEntropy<float>(labels));
    }

    private static void AssertEqual(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    private static float[] ByRows(Matrix<float> matrix) => matrix.Transpose().Values();

    private static float[] Numbers(string name) => Numbers(s_expected.GetProperty(name));

    private static float[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetSingle())];
}
