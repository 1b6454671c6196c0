using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Diagnostics;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Experiments;

/// <summary>The experiments of lesson 03.</summary>
public sealed class ZeroCentredExperimentTests
{
    private static readonly DigitSplit s_data = DigitSplit.Of(Digits.Load());

    [Fact]
    public void A_gradient_of_one_example_is_what_a_batch_of_that_example_gives()
    {
        var gradients = new NeuronGradientsExperiment(5, Neuron: 3).Run(s_data, seed: 2, examples: 20);
        var network = Network.Plain<double>([64, 5, 10], Activation.Named("sigmoid"), Initialisation.Glorot, new MersenneTwister(2));
        for (var example = 0; example < 20; example++)
        {
            var one = s_data.Training.Batch([example]);
            var alone = network.Forward(one.Images.Map(pixel => (double)pixel)).Backward(new SoftmaxCrossEntropy<double>(one.Labels));
            // Weights lie inputs by outputs: the five weights of neuron 3 are found by what their row or column must be.
            var weights = alone.Layers[^1].Parameters[0];
            var expected = gradients.PerExample[example];
            Assert.Equal(alone.Layers[^1].Upstream[0, 3], gradients.Upstream[example], 1e-12);
            foreach (var component in expected) Assert.Contains(weights, weight => Math.Abs(weight - component) < 1e-12);
        }
    }

    [Theory]
    [InlineData("sigmoid", 0, true)]
    [InlineData("relu", 0, true)]
    [InlineData("sigmoid", -0.5, false)]
    [InlineData("tanh", 0, false)]
    [InlineData("elu", 0, false)]
    public void Only_activations_without_negative_outputs_confine_the_gradient(string activation, double shift, bool confined)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var gradients = new NeuronGradientsExperiment(8, activation, shift).Run(s_data, seed, examples: 400);
            if (confined)
            {
                Assert.Equal(1, gradients.SameSignShare);
                Assert.InRange(gradients.Orthants.Occupied, 1, 2);
            }
            else
            {
                Assert.InRange(gradients.SameSignShare, 0, 0.6);
                Assert.InRange(gradients.Orthants.Occupied, 20, 256);
            }
        }
    }

    [Fact]
    public void Batching_mixes_signs_and_leaves_a_common_mode()
    {
        var gradients = new NeuronGradientsExperiment(16).Run(s_data, seed: 1);
        var one = gradients.Minibatches(1, 300, seed: 1);
        var many = gradients.Minibatches(256, 300, seed: 1);
        Assert.Equal(1, one.SameSign);
        Assert.True(many.SameSign < one.SameSign, $"{many}");
        Assert.True(many.CommonMode > 2.0 / 16, $"{many}");
        Assert.Equal(many, gradients.Minibatches(256, 300, seed: 1));
    }

    [Fact]
    public void Plain_descent_on_single_examples_with_positive_inputs_moves_both_weights_alike_in_every_step()
    {
        var zigzag = new TwoWeightExperiment(Angle: -45).Run(Descent.Gradient, 1, seed: 1);
        var centred = new TwoWeightExperiment(Angle: -45, Shift: -0.5).Run(Descent.Gradient, 4, seed: 1);
        Assert.Equal(1, zigzag.SameSignSteps);
        Assert.InRange(centred.SameSignSteps, 0.1, 0.9);
        Assert.True(zigzag.Arrived);
        Assert.True(centred.Arrived);
    }

    [Fact]
    public void Adam_follows_its_paper_along_the_way()
    {
        // The first step of Adam is the learning rate in each weight, whatever the gradient.
        var path = new TwoWeightExperiment(Angle: 30).Run(Descent.Adam, 0.01, seed: 1);
        Assert.Equal(0.01, path.Points[1][0], 1e-6);
        Assert.Equal(0.01, path.Points[1][1], 1e-6);
    }

    [Fact]
    public void Length_steps_and_detour_of_a_way_are_those_of_a_staircase()
    {
        var path = new Trajectory("staircase", 1, [[0, 0], [1, 0], [1, 1]], [1, 1], Arrived: true);
        Assert.Equal((2, 2.0), (path.Steps, path.PathLength));
        Assert.Equal(Math.Sqrt(2), path.Detour, 1e-12);
        Assert.Equal(1, path.SameSignSteps);
    }

    [Fact]
    public void The_spectrum_is_that_of_a_matrix_solved_by_hand()
    {
        // The mean of x x^T over (2, 0) and (0, 1) is diagonal: 2 and 1/2.
        var spectrum = HessianSpectrum.Of(Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 0 }, { 0, 1 } }));
        Assert.Equal([0.5, 2], spectrum.Eigenvalues.Select(value => Math.Round(value, 12)));
        Assert.Equal(4, spectrum.ConditionNumber, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void The_mean_of_the_inputs_sets_the_largest_eigenvalue_and_no_other(double mean)
    {
        var experiment = new LeastSquaresExperiment(mean, Samples: 20_000);
        var spectrum = experiment.Spectrum(seed: 1);
        Assert.Equal(experiment.ExpectedSpectrum.Largest, spectrum.Largest, 0.1 * experiment.ExpectedSpectrum.Largest);
        Assert.All(spectrum.Eigenvalues.SkipLast(1), value => Assert.InRange(value, 0.9, 1.1));
    }

    [Fact]
    public void Gradient_descent_needs_the_steps_that_its_condition_number_predicts()
    {
        // At the rate 1 / largest the slowest component shrinks by 1 - 1/condition number in each step: it cannot arrive sooner than that
        // lets it from its own part of the distance, and not later than if all the distance were its own.
        var experiment = new LeastSquaresExperiment(3);
        var spectrum = experiment.Spectrum(seed: 5);
        var path = experiment.Run(Descent.Gradient, 1 / spectrum.Largest, seed: 5);
        var most = Math.Log(0.01) / Math.Log(1 - 1 / spectrum.ConditionNumber);
        Assert.True(path.Arrived);
        Assert.InRange(path.Steps, 0.3 * most, most + 1);
    }

    [Fact]
    public void A_way_that_diverges_ends_and_has_not_arrived()
    {
        var path = new LeastSquaresExperiment(3).Run(Descent.Gradient, 4, seed: 1);
        Assert.False(path.Arrived);
        Assert.InRange(path.Steps, 1, 100);
    }

    [Fact]
    public void Sampled_cosines_lie_on_the_theory()
    {
        var result = new OrthantScalingExperiment(200).Run([2, 10, 100, 1000], [.. Enumerable.Range(1, 10)]);
        Assert.InRange(result.Deviation, 0, 0.01);
        Assert.Equal(result.Theory.OrderDescending(), result.Theory);
    }

    [Fact]
    public void Once_the_biases_are_learned_upstream_gradients_average_to_zero()
    {
        var gradients = new NeuronGradientsExperiment(16, BiasLearned: true).Run(s_data, seed: 1);
        Assert.All(gradients.ScoreGradients.ColumnSums(), sum => Assert.Equal(0, sum / gradients.Upstream.Count, 1e-9));
        Assert.Equal(1, gradients.SameSignShare);
    }

    [Fact]
    public void The_shift_changes_the_inputs_and_nothing_else()
    {
        var plain = new NeuronGradientsExperiment(16).Run(s_data, seed: 1, examples: 50);
        var centred = new NeuronGradientsExperiment(16, Shift: -0.5).Run(s_data, seed: 1, examples: 50);
        Assert.Equal(plain.ScoreGradients, centred.ScoreGradients);
        Assert.Equal(plain.Inputs - 0.5, centred.Inputs);
    }

    [Fact]
    public void A_rule_with_a_step_longer_than_the_tolerance_is_not_tried()
    {
        var experiment = new LeastSquaresExperiment(1);
        var paths = experiment.Run(Descent.Adam, [1, 2]);
        Assert.All(paths, path => Assert.True(path.Arrived && path.Rate <= experiment.Tolerance));
        Assert.Equal(paths.Select(path => path.Steps), experiment.Run(Descent.Adam, [1, 2]).Select(path => path.Steps));
    }
}
