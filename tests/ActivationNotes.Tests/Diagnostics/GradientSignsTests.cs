using ActivationNotes.Diagnostics;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;
using CsCheck;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Diagnostics;

/// <summary>Signs of gradients: the theorem with and without its condition, and closed forms against search and sampling.</summary>
public sealed class GradientSignsTests
{
    private static readonly Gen<double> s_positive = Gen.Double[0.001, 1];
    private static readonly Gen<double> s_any = Gen.Double[-1, 1];

    [Fact]
    public void In_a_network_every_weight_gradient_of_a_neuron_with_positive_inputs_has_the_sign_of_the_upstream_gradient() =>
        Gen.Select(s_positive.Array[2, 12], Gen.Int[0, 2], Gen.Int[1, 10_000]).Sample((inputs, label, seed) =>
        {
            foreach (var (upstream, weights) in NeuronsOfALayer(inputs, label, seed))
                Assert.All(weights, component => Assert.Equal(Math.Sign(upstream), Math.Sign(component)));
        });

    [Fact]
    public void Positive_inputs_leave_two_orthants_to_any_examples() =>
        Gen.Select(s_positive.Array[6].Array[1, 30], s_any.Array[30]).Sample((inputs, upstream) =>
        {
            var gradients = Gradients(inputs, upstream);
            foreach (var (gradient, above) in gradients.PerExample.Zip(gradients.Upstream))
                Assert.All(gradient, component => Assert.Equal(Math.Sign(above), Math.Sign(component)));
            Assert.Equal(1, gradients.SameSignShare);
            Assert.InRange(gradients.Orthants.Occupied, 0, 2);
        });

    [Fact]
    public void Inputs_that_are_positive_or_zero_as_those_of_ReLU_leave_no_opposite_signs() =>
        Gen.Select(Gen.OneOf(s_positive, Gen.Const(0.0)).Array[6].Array[1, 30], s_any.Array[30]).Sample((inputs, upstream) =>
            Assert.Equal(1, Gradients(inputs, upstream).SameSignShare));

    [Fact]
    public void With_inputs_of_both_signs_the_theorem_is_false_in_every_network() =>
        Gen.Select(s_any.Array[2, 12].Where(inputs => inputs.Min() < -0.01 && inputs.Max() > 0.01), Gen.Int[0, 2], Gen.Int[1, 10_000]).Sample((inputs, label, seed) =>
        {
            foreach (var (_, weights) in NeuronsOfALayer(inputs, label, seed))
                Assert.False(GradientSigns.ShareOneSign(weights));
        });

    [Fact]
    public void A_positive_loss_neither_makes_gradients_positive_nor_is_it_the_condition()
    {
        // Both losses are positive, and the gradients have opposite signs: the upstream gradient decides.
        double[] inputs = [0.3, 0.9], weights = [0.5, -0.5];
        Assert.All(MeasuredGradient(inputs, weights, 0, target: 1), component => Assert.True(component < 0));
        Assert.All(MeasuredGradient(inputs, weights, 0, target: -1), component => Assert.True(component > 0));

        // The loss is positive, and the signs are mixed: an input is negative.
        Assert.False(GradientSigns.ShareOneSign(MeasuredGradient([0.3, -0.9], weights, 0, target: 1)));
    }

    [Fact]
    public void The_best_cosine_is_the_best_that_a_search_of_both_orthants_finds() =>
        s_any.Array[2, 4].Where(direction => direction.Any(one => Math.Abs(one) > 0.01)).Sample(direction =>
        {
            var best = GradientSigns.BestCosine(direction);
            var found = Search(direction);
            Assert.InRange(found, best - 0.01, best + 1e-12);
        }, iter: 50);

    [Fact]
    public void The_best_cosine_is_never_below_one_over_the_root_of_two() =>
        s_any.Array[1, 50].Where(direction => direction.Any(one => one != 0)).Sample(direction =>
            Assert.InRange(GradientSigns.BestCosine(direction), Math.Sqrt(0.5) - 1e-12, 1 + 1e-12));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(300)]
    public void The_mean_squared_best_cosine_is_what_sampling_finds(int dimensions)
    {
        var random = new MersenneTwister(1);
        var squares = new double[20_000];
        for (var i = 0; i < squares.Length; i++)
        {
            var direction = Normal.Samples(random, 0, 1).Take(dimensions).ToArray();
            squares[i] = Math.Pow(GradientSigns.BestCosine(direction), 2);
        }
        Assert.Equal(squares.Average(), GradientSigns.MeanSquaredBestCosine(dimensions), 0.005);
    }

    [Fact]
    public void In_two_dimensions_the_mean_squared_best_cosine_is_an_integral_by_hand()
    {
        // In half of the plane the cosine is 1. In the other half it is the greater of |cos| and |sin|: mean square 1/2 + 1/pi.
        Assert.Equal(0.5 + 0.5 * (0.5 + 1 / Math.PI), GradientSigns.MeanSquaredBestCosine(2), 1e-12);
    }

    [Fact]
    public void In_many_dimensions_the_mean_squared_best_cosine_tends_to_one_half_as_the_root_of_n() =>
        Assert.Equal(0.5 + Math.Sqrt(3 / (2 * Math.PI * 10_000)), GradientSigns.MeanSquaredBestCosine(10_000), 1e-5);

    [Fact]
    public void The_common_mode_share_is_one_along_the_diagonal_and_zero_across_it()
    {
        Assert.Equal(1, GradientSigns.CommonModeShare([-2, -2, -2]), 1e-15);
        Assert.Equal(0, GradientSigns.CommonModeShare([3, -3]), 1e-15);
        Assert.Equal(0.5, GradientSigns.CommonModeShare([1, 0]), 1e-15);
    }

    [Fact]
    public void The_common_mode_share_lies_between_zero_and_one_and_does_not_change_with_the_length_of_the_gradient() =>
        Gen.Select(s_any.Array[1, 30].Where(gradient => gradient.Any(one => Math.Abs(one) > 1e-3)), Gen.Int[-1000, 1000]).Sample((gradient, exponent) =>
        {
            var share = GradientSigns.CommonModeShare(gradient);
            Assert.InRange(share, 0, 1 + 1e-12);
            Assert.Equal(share, GradientSigns.CommonModeShare([.. gradient.Select(one => Math.ScaleB(one, exponent))]), 1e-6);
        });

    [Fact]
    public void With_independent_signs_the_mean_common_mode_share_is_one_over_n_whatever_the_sizes() =>
        s_positive.Array[1, 8].Sample(sizes =>
        {
            var shares = Enumerable.Range(0, 1 << sizes.Length)
                .Select(signs => GradientSigns.CommonModeShare([.. Corner(signs, sizes.Length).Zip(sizes, (sign, size) => sign * size)]));
            Assert.Equal(1.0 / sizes.Length, shares.Average(), 1e-12);
        });

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    [InlineData(5e-324)]
    public void Components_whose_squares_leave_the_range_of_doubles_are_measured_all_the_same(double size)
    {
        Assert.Equal(0.5, GradientSigns.CommonModeShare([size, 0]), 1e-15);
        Assert.Equal(Math.Sqrt(0.5), GradientSigns.BestCosine([size, -size]), 1e-15);
    }

    [Fact]
    public void A_vector_of_zeros_has_no_direction()
    {
        Assert.Equal(double.NaN, GradientSigns.CommonModeShare([0, 0]));
        Assert.Equal(double.NaN, GradientSigns.BestCosine([0, 0]));
        Assert.Equal(double.NaN, GradientSigns.CommonModeShare([]));
    }

    [Fact]
    public void Orthants_are_counted_exactly_up_to_twenty_dimensions()
    {
        foreach (var dimensions in new[] { 1, 5, 12 })
        {
            var corners = Enumerable.Range(0, 1 << dimensions).Select(number => Corner(number, dimensions)).ToArray();
            var count = GradientSigns.Orthants([.. corners, .. corners]);
            Assert.Equal((1 << dimensions, true), (count.Occupied, count.IsExact));
            Assert.Equal(count.Orthants, count.Occupied);
        }
        Assert.Equal(2, GradientSigns.Orthants([Corner(0, 20), Corner((1 << 20) - 1, 20)]).Occupied);
    }

    [Fact]
    public void Beyond_twenty_dimensions_a_sample_gives_a_lower_bound()
    {
        var corners = Enumerable.Range(0, 500).Select(number => Corner(number, 21)).ToArray();
        var all = GradientSigns.Orthants(corners, sample: 500);
        var some = GradientSigns.Orthants(corners, seed: 3, sample: 100);
        Assert.Equal((500, true), (all.Occupied, all.IsExact));
        Assert.Equal((100, false), (some.Occupied, some.IsExact));
    }

    [Fact]
    public void Zeros_take_the_sign_of_the_largest_component_and_vectors_of_zeros_have_no_orthant()
    {
        var count = GradientSigns.Orthants([[0, 2], [1, 3], [0, 0], [-1, 0]]);
        Assert.Equal((2, 3), (count.Occupied, count.Vectors));
    }

    [Fact]
    public void Vectors_of_different_lengths_are_refused()
    {
        Assert.Contains("3 components", Assert.Throws<ArgumentException>(() => GradientSigns.Orthants([[1, 2], [1, 2, 3]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GradientSigns.Orthants([]));
    }

    // One example with these inputs, three classes: for each neuron its upstream gradient and the gradient of its weights.
    private static IEnumerable<(double Upstream, double[] Weights)> NeuronsOfALayer(double[] inputs, int label, int seed)
    {
        var network = new Network<double>(new DenseLayer<double>(inputs.Length, 3, Initialisation.Glorot, new MersenneTwister(seed)));
        var layer = network.Forward(Matrix<double>.Build.DenseOfRowArrays(inputs)).Backward(new SoftmaxCrossEntropy<double>([label])).Layers[0];
        return Enumerable.Range(0, 3).Select(neuron =>
            (layer.Upstream[0, neuron], layer.Parameters[0].Skip(neuron * inputs.Length).Take(inputs.Length).ToArray()));
    }

    private static NeuronGradients Gradients(double[][] inputs, double[] upstream) =>
        new(Matrix<double>.Build.DenseOfRowArrays(inputs), Matrix<double>.Build.Dense(inputs.Length, 1, (example, _) => upstream[example]), Neuron: 0);

    // A neuron with the loss (z - target)^2 / 2; its gradient is measured by moving each weight, so that no formula is trusted.
    private static double[] MeasuredGradient(double[] inputs, double[] weights, double bias, double target)
    {
        const double step = 1e-4;
        return [.. inputs.Select((_, i) => (Loss(step, i) - Loss(-step, i)) / (2 * step))];

        double Loss(double by, int which) =>
            Math.Pow(Score(inputs, [.. weights.Select((weight, i) => i == which ? weight + by : weight)], bias) - target, 2) / 2;
    }

    private static double Score(double[] inputs, double[] weights, double bias) => inputs.Zip(weights, (input, weight) => input * weight).Sum() + bias;

    // Steps on a grid of the positive orthant, forward and backward.
    private static double Search(double[] direction)
    {
        const int marks = 15;
        var best = -1.0;
        for (var number = 1; number < Math.Pow(marks + 1, direction.Length); number++)
        {
            var (rest, dot, squares) = (number, 0.0, 0.0);
            foreach (var component in direction)
            {
                dot += rest % (marks + 1) * component;
                squares += Math.Pow(rest % (marks + 1), 2);
                rest /= marks + 1;
            }
            best = Math.Max(best, Math.Abs(dot) / Math.Sqrt(squares));
        }
        return best / Math.Sqrt(direction.Sum(one => one * one));
    }

    private static double[] Corner(int number, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(i => (number >> i & 1) == 1 ? 1.0 : -1.0)];
}
