using ActivationNotes.Activations;
using ActivationNotes.Networks;
using ActivationNotes.Numbers;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace ActivationNotes.Tests.Networks;

public sealed class NetworkTests
{
    private static readonly IActivation Tanh = Activation.Named("tanh");

    public static TheoryData<string> Activations { get; } = [.. Activation.All.Select(activation => activation.Info.Name)];

    public static TheoryData<string> LayerKinds { get; } = ["dense", "batch normalisation", "batch normalisation in use", "layer normalisation", "residual"];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_gradient_of_a_network_is_what_small_moves_measure_with_every_activation(string name)
    {
        var network = Network.Plain<double>([3, 5, 4, 2], Activation.Named(name), Initialisation.Glorot.Scaled(1.3), new MersenneTwister(4));
        AssertGradients(network, training: true);
    }

    [Theory]
    [MemberData(nameof(LayerKinds))]
    public void Every_gradient_of_a_network_is_what_small_moves_measure_with_every_kind_of_layer(string kind)
    {
        // Batch statistics are remembered as a side effect of every forward pass; the loss in training does not depend on them.
        var (network, _, _) = Build(kind);
        AssertGradients(network, training: !IsInUse(kind));
    }

    [Theory]
    [MemberData(nameof(LayerKinds))]
    public void Every_gradient_of_a_parameter_is_that_of_dual_numbers_with_every_kind_of_layer(string kind)
    {
        var (network, runningMean, runningVariance) = Build(kind);
        var oracle = new DualForward(!IsInUse(kind), runningMean, runningVariance);
        var (input, labels) = (Draw(new MersenneTwister(11), 6), new[] { 0, 1, 1, 0, 1, 0 });
        var gradients = network.Forward(input, !IsInUse(kind)).Backward(new SoftmaxCrossEntropy<double>(labels));
        var sizes = new List<double>();
        foreach (var (parameter, gradient) in network.Parameters.Zip(gradients.Parameters))
            for (var i = 0; i < gradient.Length; i++)
            {
                var exact = oracle.DerivativeOfCrossEntropy(network, input, labels, parameter, i);
                Assert.Equal(exact, gradient[i], 1e-14);
                sizes.Add(Math.Abs(exact));
            }
        Assert.True(sizes.Max() > 0.01, "The gradients are too small for the tolerance to say anything.");
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradients_with_respect_to_the_input_are_those_of_dual_numbers(string name)
    {
        var activation = Activation.Named(name);
        var network = Network.Plain<double>([3, 4, 1], activation, Initialisation.LeCun, new MersenneTwister(3));
        var (first, last) = ((DenseLayer<double>)network.Layers[0], (DenseLayer<double>)network.Layers[2]);
        double[] x = [0.3, -1.2, 0.8];
        var target = Matrix<double>.Build.Dense(1, 1, 0.5);
        var gradient = network.Forward(Matrix<double>.Build.Dense(1, 3, x)).Backward(new SquaredError<double>(target)).Input;
        for (var i = 0; i < 3; i++)
        {
            var output = new DualNumber(last.Bias.Values[0], 0);
            for (var unit = 0; unit < 4; unit++)
            {
                var sum = new DualNumber(first.Bias.Values[unit], 0);
                for (var j = 0; j < 3; j++)
                    sum += new DualNumber(x[j], i == j ? 1 : 0) * new DualNumber(first.Weights.Matrix[j, unit], 0);
                output += activation.Value(sum) * new DualNumber(last.Weights.Matrix[unit, 0], 0);
            }
            Assert.Equal((output.Value - 0.5) * output.Derivative, gradient[0, i], 1e-13);
        }
    }

    [Fact]
    public void In_float_and_in_double_a_network_is_the_same_up_to_rounding()
    {
        var single = Network.Plain<float>([64, 64, 64, 10], Tanh, Initialisation.Glorot, new MersenneTwister(1));
        var twice = Network.Plain<double>([64, 64, 64, 10], Tanh, Initialisation.Glorot, new MersenneTwister(1));
        var random = new MersenneTwister(2);
        var input = Matrix<double>.Build.Dense(16, 64, (_, _) => random.NextDouble());
        int[] labels = [.. Enumerable.Range(0, 16).Select(i => i % 10)];
        var exact = twice.Forward(input).Backward(new SoftmaxCrossEntropy<double>(labels));
        var rounded = single.Forward(input.Map(value => (float)value)).Backward(new SoftmaxCrossEntropy<float>(labels));
        Assert.Equal(exact.Loss, rounded.Loss, 1e-5);
        foreach (var (wide, narrow) in exact.Parameters.Zip(rounded.Parameters))
            Assert.All(wide.Zip(narrow), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void The_forward_pass_keeps_what_every_layer_said()
    {
        var network = Network.Plain<float>([4, 3, 5, 2], Tanh, Initialisation.He, new MersenneTwister(1));
        var pass = network.Forward(Matrix<float>.Build.Dense(7, 4, 0.5f));
        Assert.Equal([3, 5], pass.Activations.Select(layer => layer.ColumnCount));
        Assert.All(pass.Activations, layer => Assert.Equal(7, layer.RowCount));
        Assert.Equal((7, 2), (pass.Output.RowCount, pass.Output.ColumnCount));
        Assert.Equal(4 * 3 + 3 + 3 * 5 + 5 + 5 * 2 + 2, network.ParameterCount);
    }

    [Fact]
    public void Layers_that_do_not_fit_and_batches_of_another_width_are_named_with_their_shapes()
    {
        var random = new MersenneTwister(1);
        var (first, second) = (new DenseLayer<float>(2, 3, Initialisation.He, random), new DenseLayer<float>(4, 1, Initialisation.He, random));
        var misfit = Assert.Throws<ArgumentException>(() => new Network<float>(first, second));
        Assert.Contains("takes 4 features, but layer 0 ('dense 2 to 3') gives 3", misfit.Message, StringComparison.Ordinal);
        var batch = Assert.Throws<ArgumentException>(() => first.Forward(Matrix<float>.Build.Dense(5, 7)));
        Assert.Contains("takes 2 features, the batch has the shape [5 x 7]", batch.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_gradient_of_another_shape_is_named_even_when_it_has_as_many_numbers(bool residual)
    {
        Layer<float> layer = new ActivationLayer<float>(3, Tanh);
        if (residual) layer = new ResidualBlock<float>(layer);
        var pass = layer.Forward(Matrix<float>.Build.Dense(5, 3));
        var misfit = Assert.Throws<ArgumentException>(() => pass.Backward(Matrix<float>.Build.Dense(3, 5)));
        Assert.Contains("gave [5 x 3], the gradient has the shape [3 x 5]", misfit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_normalised_batch_has_mean_zero_and_variance_one_and_its_statistics_are_remembered()
    {
        var layer = new BatchNormalisation<double>(2, epsilon: 1e-12, momentum: 1);
        var input = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 10 }, { 2, 30 }, { 6, 20 } });
        var output = layer.Forward(input, training: true).Output;
        Assert.All(output.EnumerateColumns(), column =>
        {
            Assert.Equal(0, column.Average(), 1e-12);
            Assert.Equal(1, column.Average(value => value * value), 1e-9);
        });
        // With momentum 1 the running variance is that of this batch, unbiased: 7 for the first feature.
        Assert.Equal((4 - 3) / Math.Sqrt(7), layer.Forward(Matrix<double>.Build.Dense(1, 2, [4, 20])).Output[0, 0], 1e-9);
    }

    [Fact]
    public void Softmax_of_huge_scores_stays_finite_and_every_row_adds_up_to_one()
    {
        var scores = Matrix<double>.Build.DenseOfArray(new double[,] { { 1000, 999, -1000 }, { -5, 0, 3 } });
        var probabilities = Softmax.Probabilities(scores);
        Assert.All(probabilities.EnumerateRows(), row => Assert.Equal(1, row.Sum(), 1e-12));
        Assert.Equal(1 / (1 + Math.Exp(-1)), probabilities[0, 0], 1e-12);
        var (loss, _) = new SoftmaxCrossEntropy<double>([2, 2]).Of(scores);
        Assert.Equal((2000 + Math.Log(1 + Math.Exp(-1)) + Math.Log(1 + Math.Exp(-3) + Math.Exp(-8))) / 2, loss, 1e-9);
    }

    private static bool IsInUse(string kind) => kind.EndsWith("in use", StringComparison.Ordinal);

    // A network around a layer of that kind, and, where it remembers them, the means and variances it must have after two batches.
    private static (Network<double> Network, double[] RunningMean, double[] RunningVariance) Build(string kind)
    {
        var random = new MersenneTwister(8);
        DenseLayer<double> Dense(int inputs, int outputs) => new(inputs, outputs, Initialisation.LeCun, random);
        Layer<double> middle = kind switch
        {
            "dense" => Dense(4, 4),
            "layer normalisation" => new LayerNormalisation<double>(4),
            "residual" => new ResidualBlock<double>(Dense(4, 6), new ActivationLayer<double>(6, Tanh), Dense(6, 4)),
            _ => new BatchNormalisation<double>(4, momentum: 0.3),
        };
        var network = new Network<double>(Dense(3, 4), middle, new ActivationLayer<double>(4, Tanh), Dense(4, 2));
        foreach (var parameter in network.Parameters)
            for (var i = 0; i < parameter.Values.Length; i++) parameter.Values[i] += 0.3 * random.NextDouble();
        double[] mean = [0, 0, 0, 0], variance = [1, 1, 1, 1];
        foreach (var samples in new[] { 5, 7 })
        {
            var batch = Draw(random, samples);
            network.Forward(batch, training: true);
            foreach (var (j, feature) in network.Layers[0].Forward(batch).Output.EnumerateColumns().Index())
                (mean[j], variance[j]) = (0.7 * mean[j] + 0.3 * feature.Mean(), 0.7 * variance[j] + 0.3 * feature.Variance());
        }
        return (network, mean, variance);
    }

    private static Matrix<double> Draw(Random random, int samples) => Matrix<double>.Build.Dense(samples, 3, (_, _) => 2 * random.NextDouble() - 1);

    private static void AssertGradients(Network<double> network, bool training)
    {
        var random = new MersenneTwister(11);
        var input = Draw(random, 6);
        var targets = Matrix<double>.Build.Dense(6, 2, (_, _) => random.NextDouble());
        foreach (var loss in new ILoss<double>[] { new SquaredError<double>(targets), new SoftmaxCrossEntropy<double>([0, 1, 1, 0, 1, 0]) })
        {
            double LossNow() => loss.Of(network.Forward(input, training).Output).Loss;
            var gradients = network.Forward(input, training).Backward(loss);
            foreach (var (parameter, gradient) in network.Parameters.Zip(gradients.Parameters))
                for (var i = 0; i < gradient.Length; i++) AssertSlope(parameter.Values, i, gradient[i]);
            var entries = input.AsColumnMajorArray();
            var atInput = gradients.Input.AsColumnMajorArray();
            for (var i = 0; i < entries.Length; i++) AssertSlope(entries, i, atInput[i]);

            void AssertSlope(double[] values, int i, double expected)
            {
                const double step = 1e-5;
                var before = values[i];
                values[i] = before + step;
                var above = LossNow();
                values[i] = before - step;
                var below = LossNow();
                values[i] = before;
                Assert.Equal((above - below) / (2 * step), expected, 2e-8);
            }
        }
    }
}
