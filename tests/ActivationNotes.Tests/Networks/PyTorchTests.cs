using System.Numerics;
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
        Assert.StartsWith("1.13", s_expected.GetProperty("torch").GetString(), StringComparison.Ordinal);
        AssertSameScores<float>();
        AssertSameScores<double>();
    }

    [Fact]
    public void Gradients_of_a_network_with_every_kind_of_layer_are_those_of_PyTorch()
    {
        AssertSameGradients<float>();
        AssertSameGradients<double>();
    }

    private static void AssertSameScores<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (pass, loss) = Run<T>();
        AssertEqual(Numbers<T>("scores"), ByRows(pass.Output));
        Assert.Equal(s_expected.GetProperty("loss").GetDouble(), double.CreateChecked(pass.Backward(loss).Loss), Tolerance);
    }

    private static void AssertSameGradients<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (pass, loss) = Run<T>();
        var gradients = pass.Backward(loss);
        var parameters = s_expected.GetProperty("parameters").EnumerateArray().ToArray();
        Assert.Equal(parameters.Length, gradients.Parameters.Count);
        foreach (var (expected, actual) in parameters.Zip(gradients.Parameters)) AssertEqual(Numbers<T>(expected.GetProperty("gradients")), actual);
        AssertEqual(Numbers<T>("imageGradients"), ByRows(gradients.Input));
    }

    private static (ForwardPass<T> Pass, SoftmaxCrossEntropy<T> Loss) Run<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new MersenneTwister(1);
        DenseLayer<T> Dense(int inputs, int outputs) => new(inputs, outputs, Initialisation.LeCun, random);
        ActivationLayer<T> Apply(int features, string name) => new(features, Activation.Named(name));
        var network = new Network<T>(
            Dense(9, 7), new BatchNormalisation<T>(7), Apply(7, "sigmoid"),
            Dense(7, 6), new LayerNormalisation<T>(6), Apply(6, "tanh"),
            new ResidualBlock<T>(Dense(6, 6), Apply(6, "gelu")),
            Dense(6, 4));
        // PyTorch keeps weights [outputs x inputs] row by row, which are the same numbers in the same order as ours.
        foreach (var (parameter, given) in network.Parameters.Zip(s_expected.GetProperty("parameters").EnumerateArray()))
            Numbers<T>(given.GetProperty("values")).CopyTo(parameter.Values, 0);
        var images = Matrix<T>.Build.Dense(9, 11, Numbers<T>("images")).Transpose();
        int[] labels = [.. s_expected.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())];
        return (network.Forward(images, training: true), new SoftmaxCrossEntropy<T>(labels));
    }

    private static void AssertEqual<T>(T[] expected, T[] actual)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(double.CreateChecked(pair.First), double.CreateChecked(pair.Second), Tolerance));
    }

    private static T[] ByRows<T>(Matrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => matrix.Transpose().Values();

    private static T[] Numbers<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> => Numbers<T>(s_expected.GetProperty(name));

    private static T[] Numbers<T>(JsonElement list)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. list.EnumerateArray().Select(number => T.CreateChecked(number.GetSingle()))];
}
