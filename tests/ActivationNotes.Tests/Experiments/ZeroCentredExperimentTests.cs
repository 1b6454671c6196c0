using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Diagnostics;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;
using CsCheck;
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
            // Weights lie inputs by outputs, column by column: those of neuron 3 are the fourth five.
            var weights = alone.Layers[^1].Parameters[0].Skip(3 * 5).Take(5);
            Assert.Equal(alone.Layers[^1].Upstream[0, 3], gradients.Upstream[example], 1e-12);
            foreach (var (weight, expected) in weights.Zip(gradients.PerExample[example])) Assert.Equal(weight, expected, 1e-12);
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
        Assert.Equal(0.5, path.CommonMode, 1e-12);
    }

    [Fact]
    public void A_way_that_never_moves_has_no_common_mode() =>
        Assert.Equal(new StepSigns(1, double.NaN), StepSigns.Of([[1, 2], [1, 2]]));

    [Fact]
    public void A_way_that_was_lost_counts_as_infinitely_long()
    {
        Trajectory arrived = new("", 1, [[0, 0], [1, 0]], [1, 0], Arrived: true), lost = arrived with { Arrived = false };
        Assert.Equal((1, 1), (new TrajectorySet("", 0, [arrived, lost, arrived]).MedianSteps, new TrajectorySet("", 0, [arrived, lost, arrived]).MedianLength));
        Assert.Equal(double.PositiveInfinity, new TrajectorySet("", 0, [arrived, lost, lost]).MedianSteps);
        Assert.Equal(double.PositiveInfinity, new TrajectorySet("", 0, [arrived, lost, lost]).MedianLength);
        Assert.False(new TrajectorySet("", 0, [arrived, lost]).AllArrived);
    }

    [Fact]
    public void The_middle_half_of_some_ways_lies_between_their_quartiles()
    {
        var set = new TrajectorySet("", 0, [.. Enumerable.Range(1, 5).Select(steps => new Trajectory("", 1, [.. Enumerable.Range(0, steps + 1).Select(i => new[] { 2.0 * i })], [1], Arrived: true))]);
        Assert.Equal((2, 3, 4), (set.StepsQuantile(0.25), set.MedianSteps, set.StepsQuantile(0.75)));
        Assert.Equal((4, 6, 8), (set.LengthQuantile(0.25), set.MedianLength, set.LengthQuantile(0.75)));
    }

    [Fact]
    public void At_the_safe_rate_no_example_moves_plain_descent_away_from_the_optimum() =>
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-1, 1], Gen.Int[1, 10_000]).Sample((angle, shift, seed) =>
        {
            var neuron = new TwoWeightExperiment(angle, shift, MaximumSteps: 100);
            var path = neuron.Run(Descent.Gradient, neuron.SafeRate, seed);
            var distances = path.Points.Select(point => MathNet.Numerics.Distance.Euclidean(point, [.. path.Target])).ToArray();
            Assert.All(distances.Zip(distances.Skip(1)), step => Assert.InRange(step.Second, 0, step.First + 1e-12));
        });

    [Fact]
    public void RMSProp_changes_no_sign_of_a_step() =>
        Gen.Select(Gen.Double[-180, 180], Gen.Double[0.001, 0.5], Gen.Int[1, 10_000]).Sample((angle, rate, seed) =>
            Assert.Equal(1, new TwoWeightExperiment(angle, MaximumSteps: 100).Run(Descent.RmsProp, rate, seed).SameSignSteps));

    [Fact]
    public void Rates_below_two_over_the_largest_curvature_arrive_and_rates_above_it_are_lost() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Int[1, 10_000]).Sample((mean, seed) =>
        {
            var problem = new LeastSquaresExperiment(mean, Samples: 100, Tolerance: 1e-9);
            var limit = 2 / problem.Spectrum(seed).Largest;
            Assert.True(problem.Run(Descent.Gradient, 0.95 * limit, seed).Arrived);
            var lost = problem.Run(Descent.Gradient, 1.05 * limit, seed);
            Assert.False(lost.Arrived);
            Assert.True(MathNet.Numerics.Distance.Euclidean(lost.Points[^1], [.. lost.Target]) > 1000);
        }, iter: 30);

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
        Assert.InRange(result.Lowest, Math.Sqrt(0.5) - 1e-12, result.Sampled.Min(seed => seed.Min()) - 1e-6);
        Assert.Equal(result.Theory.OrderDescending(), result.Theory);
    }

    [Fact]
    public void Once_the_biases_are_learned_upstream_gradients_average_to_zero()
    {
        var gradients = new NeuronGradientsExperiment(16, BiasFitted: true).Run(s_data, seed: 1);
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
    public void A_rule_gets_no_rate_above_its_largest_and_needs_no_fewer_steps_for_that()
    {
        var experiment = new LeastSquaresExperiment(1);
        var (free, bound) = (experiment.Run(Descent.Adam, [1, 2]), experiment.Run(Descent.Adam with { LargestRate = 0.01 }, [1, 2]));
        Assert.All(free, path => Assert.True(path.Arrived && path.Rate > 0.01));
        Assert.All(bound, path => Assert.True(path.Arrived && path.Rate <= 0.01));
        Assert.All(free.Zip(bound), pair => Assert.True(pair.First.Steps < pair.Second.Steps));
        Assert.Equal(free.Select(path => path.Steps), experiment.Run(Descent.Adam, [1, 2]).Select(path => path.Steps));
    }

    [Fact]
    public void The_best_rate_is_the_one_with_the_fewest_steps_among_those_with_which_most_runs_arrive()
    {
        // Every run arrives at the rate 1, half of them at faster ones, none below.
        Trajectory Run(double rate, int seed) => new("", rate, [[0], [1], [rate]], [1], Arrived: rate == 1 || (rate > 1 && seed == 1));
        Assert.Equal(1, Descent.Gradient.BestRate(Run, [1, 2]));
        Assert.Contains("gradient descent reaches the target with no learning rate from 0.5", Assert.Throws<InvalidOperationException>(() =>
            (Descent.Gradient with { LargestRate = 0.5 }).BestRate(Run, [1, 2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_runs_get_their_rate_from_other_draws_and_none_from_its_own()
    {
        int[] first = [.. Enumerable.Range(1, 10)], second = [.. Enumerable.Range(11, 10)];
        var (one, other) = (Descent.TuningSeeds(first, 6), Descent.TuningSeeds(second, 6));
        Assert.Equal((6, 6), (one.Distinct().Count(), other.Distinct().Count()));
        Assert.Empty(one.Intersect([.. first, .. second, .. other]));
        Assert.Equal(one, Descent.TuningSeeds([1], 6));
    }

    [Fact]
    public void A_target_that_no_rate_reaches_is_said_to_be_too_far()
    {
        var neuron = new TwoWeightExperiment(MaximumSteps: 1);
        Assert.Contains("allow more steps", Assert.Throws<InvalidOperationException>(() => neuron.Run(Descent.Gradient, [1])).Message, StringComparison.Ordinal);
        Assert.NotEmpty(new TwoWeightExperiment(Tolerance: 0.0005, MaximumSteps: 4000).Run(Descent.Adam, [1]));
    }

    [Fact]
    public void Settings_that_make_no_experiment_are_refused_with_a_reason()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeastSquaresExperiment(1, Tolerance: -1).Run(Descent.Gradient, 0.1, seed: 1));
        Assert.Contains("0 samples", Assert.Throws<InvalidOperationException>(() => new LeastSquaresExperiment(1, Samples: 0).Spectrum(1)).Message, StringComparison.Ordinal);
        Assert.Contains("0 weights", Assert.Throws<InvalidOperationException>(() => new LeastSquaresExperiment(1, Weights: 0).Spectrum(1)).Message, StringComparison.Ordinal);
        Assert.Contains("0 weights", Assert.Throws<InvalidOperationException>(() => new NeuronGradientsExperiment(0).Run(s_data, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeuronGradientsExperiment(4).Run(s_data, 1, examples: s_data.Training.Count + 1));
        Assert.Contains("use more examples", Assert.Throws<ArgumentException>(() =>
            new NeuronGradientsExperiment(4, BiasFitted: true).Run(s_data, 1, examples: 5)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gradient descent", true)]
    [InlineData("momentum", false)]
    [InlineData("RMSProp", true)]
    [InlineData("Adam", false)]
    public void Trained_on_single_images_only_rules_that_remember_mix_the_signs_of_positive_inputs(string name, bool confined)
    {
        var rule = Descent.All.Single(rule => rule.Name == name);
        StepSigns Train(double shift) => new NeuronGradientsExperiment(16, Shift: shift).Train(s_data, rule, 0.01, steps: 100, batchSize: 1, seed: 1);
        var (positive, centred) = (Train(0), Train(-0.5));
        Assert.Equal(confined, positive.SameSign == 1);
        Assert.InRange(centred.SameSign, 0, 0.5);
        Assert.True(positive.CommonMode > 2 * centred.CommonMode, $"{positive} {centred}");
    }
}
