using ActivationNotes.Activations;
using ActivationNotes.Approximations;
using ActivationNotes.Data;
using ActivationNotes.Diagnostics;
using ActivationNotes.Experiments;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Networks;
using ActivationNotes.Numbers;
using ActivationNotes.Optimizers;
using ActivationNotes.Timing;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Experiments;

/// <summary>A small, real run of every experiment, and of what experiments are made of. What is measured by the clock is left out.</summary>
internal static class ExperimentBits
{
    private static readonly int[] s_seeds = [1, 2, 3];
    private static readonly IReadOnlyList<DigitImage> s_images = Digits.Load();
    private static readonly DigitSplit s_data = Few(DigitSplit.Of(s_images));

    /// <summary>The runs; what belongs to an experiment has its name.</summary>
    public static IReadOnlyDictionary<string, Func<object>> All { get; } = new SortedDictionary<string, Func<object>>(StringComparer.Ordinal)
    {
        [nameof(ApproximatedNetworkExperiment)] = () =>
            new ApproximatedNetworkExperiment(Hidden: 8, Epochs: 1).Run([.. s_images.Take(400)], [.. SigmoidApproximation.All.Select(one => one.Function)], s_seeds),
        [nameof(DepthSweepExperiment)] = () => new DepthSweepExperiment(Width: 16, BatchSize: 16).Run(
            s_data, [.. Activation.All.Select(activation => activation.Info.Name)], [Initialisation.Glorot, Initialisation.He.Scaled(1.5)], [1, 3, 7], s_seeds),
        [nameof(FiringRateExperiment)] = () =>
        {
            var firing = new FiringRateExperiment(Duration: 0.5);
            double[] currents = [0, 0.5, 1, 1.5, 2, 3];
            var rates = firing.Run(currents, s_seeds);
            return (rates, rates.Fit(), currents.Select(firing.ExpectedRate), currents.Select(firing.RateWithoutNoise));
        },
        [nameof(GatedMemoryExperiment)] = () => new[] { "sigmoid", "hard-sigmoid", null }.Select(gate => Numbers(new GatedMemoryExperiment(gate, Gap: 10, TrainingSteps: 30).Run(s_seeds))),
        [nameof(InitialisationSweepExperiment)] = () => new InitialisationSweepExperiment(HiddenLayers: 4, Width: 16, BatchSize: 16).Run(
            s_data, ["sigmoid", "selu", "tanh"], [Initialisation.LeCun, Initialisation.Glorot, Initialisation.He], s_seeds).Lines,
        [nameof(LeastSquaresExperiment)] = () =>
        {
            var experiment = new LeastSquaresExperiment(1, Samples: 50);
            return (experiment.Spectrum(1), experiment.ExpectedSpectrum, Descent.All.Select(rule => Ends(experiment.Run(rule, s_seeds))));
        },
        [nameof(NeuronGradientsExperiment)] = () =>
        {
            var experiment = new NeuronGradientsExperiment(8, "tanh", Shift: 0.1, BiasFitted: true);
            return (experiment.Run(s_data, 1), experiment.Sweep("tanh", s_data, [1, 16], draws: 20, s_seeds), Descent.All.Select(rule => experiment.Train(s_data, rule, 0.01, steps: 20, batchSize: 2, seed: 1)));
        },
        [nameof(OrthantScalingExperiment)] = () => new OrthantScalingExperiment(Directions: 20).Run([1, 2, 3, 10, 100, 1000], s_seeds),
        [nameof(RepairsExperiment)] = () => new RepairsExperiment(new("sigmoid", HiddenLayers: 3, Width: 16), Epochs: 1).Run(s_data, s_seeds).Networks.Select(network => Numbers(network.Training)),
        [nameof(ScoreboardExperiment)] = () => new ScoreboardExperiment(Depth: 3, Width: 16, Length: 256)
        {
            Comparison = new Comparison { FewestRounds = 1, Patience = TimeSpan.Zero, WarmUpCalls = 1, CompilerPause = TimeSpan.Zero, AllowUnoptimised = true },
        }.Run(s_data, s_seeds).Lines.Select(line => (line.Activation, line.DecayPerLayer, line.FlatShare, line.SameSignShare)),
        [nameof(SlopeAccuracyExperiment)] = () => new SlopeAccuracyExperiment(Cells: 15, PointsPerCell: 10).Run(SlopeFormula.All),
        [nameof(SoftMaskExperiment)] = () => new SoftMaskExperiment(Steps: 30).Run(s_images, s_seeds),
        [nameof(TrainingExperiment)] = () => new[]
        {
            new TrainingExperiment(new NetworkRecipe("tanh", 2, 17, Normalisation: Normalisation.Batch), Epochs: 2, Optimizer: () => new Adam<float>()),
            new TrainingExperiment(new NetworkRecipe("gelu", 3, 16, Normalisation: Normalisation.Layer, Residual: true), Epochs: 2, Optimizer: () => new RmsProp<float>(0.001)),
            new TrainingExperiment(new NetworkRecipe("elu", 4, 19), Epochs: 2, BatchSize: 13, Optimizer: () => new GradientDescent<float>(0.1)),
        }.Select(training => Numbers(training.Run(s_data, s_seeds))),
        [nameof(TwoDigitsExperiment)] = () =>
        {
            var digits = new TwoDigitsExperiment().Run(s_images, s_seeds);
            return (digits.Runs, digits.Reliability(), digits.ByScore(), digits.CalibrationError(), digits.LogOddsSlope());
        },
        [nameof(TwoWeightExperiment)] = () => new[] { 0, -0.5 }.Select(shift => new TwoWeightExperiment(Shift: shift))
            .Select(experiment => (experiment.SafeRate, Descent.All.Select(rule => Ends(experiment.Run(rule, s_seeds))))),

        // What they are made of, so that a difference is found where it arises.
        ["parts: activations"] = () => Activation.All.Concat(SigmoidApproximation.All.Select(one => one.Function)).Select(Values),
        ["parts: elementary functions"] = () => Points(2001).Select(x => new[]
        {
            Elementary.Exp(x), Elementary.Exp(40 * x), Elementary.Log(Math.Abs(x)), Elementary.Log10(x * x), Elementary.Pow(Math.Abs(x), 0.3), Elementary.Pow(x, -3), Elementary.Tanh(x),
            Elementary.Logistic(x), Elementary.NormalCumulative(x), Elementary.SinCosOfDegrees(100 * x).Sine, Elementary.SinCosOfDegrees(100 * x).Cosine,
        }),
        ["parts: gates"] = () => Points(101).Select(x =>
        {
            var (w, input) = (GateNode.Input("w", x), GateNode.Input("x", 1.5));
            var output = GateNode.SigmoidFromParts(w * input).Backward();
            return (output.Value, w.Gradient, GateNode.Sigmoid(w * input).Value);
        }),
        ["parts: dual numbers"] = () => Activation.All.Select(activation => Points(201).Select(x => activation.Value(DualNumber.Variable(x)))),
        ["parts: normals"] = () =>
        {
            var random = new MersenneTwister(5);
            var values = new double[1001];
            StandardNormals.Fill(random, values);
            return (values, Enumerable.Range(0, 100).Select(_ => StandardNormals.Next(random)).ToArray());
        },
        ["parts: softmax"] = () =>
        {
            var scores = Matrix<float>.Build.Dense(7, 10, [.. Points(70).Select(x => (float)(3 * x))]);
            var (loss, gradient) = new SoftmaxCrossEntropy<float>([1, 2, 3, 4, 5, 6, 7]).Of(scores);
            return (loss, gradient.ToColumnMajorArray());
        },
        ["parts: spectrum"] = () => HessianSpectrum.Of(Matrix<double>.Build.Dense(40, 12, [.. Points(480)])),
        ["parts: sums"] = () => Enumerable.Range(0, 70).Select(length =>
        {
            double[] x = [.. Points(length)], y = [.. Points(length).Select(point => point * point - 3)];
            float[] a = [.. x.Select(point => (float)point)], b = [.. y.Select(point => (float)point)];
            return (Reduction.Sum<double>(x), Reduction.Dot<double>(x, y), Reduction.Norm<double>(x), Reduction.Distance<double>(x, y),
                Reduction.Sum<float>(a), Reduction.Dot<float>(a, b), Reduction.Distance<float>(a, b));
        }),
        ["parts: products"] = () => new[] { (7, 64, 10), (33, 17, 65), (128, 64, 64) }.Select(size =>
        {
            var (rows, inner, columns) = size;
            var a = Matrix<float>.Build.Dense(rows, inner, [.. Points(rows * inner).Select(x => (float)x)]);
            var b = Matrix<float>.Build.Dense(inner, columns, [.. Points(inner * columns).Select(x => (float)x)]);
            return Dense.Product(a, b).ToColumnMajorArray();
        }),
        ["parts: spectral norm"] = () => GradientFlow.SpectralNorm(new Parameter<float>("weights", 20, 30, [.. Points(600).Select(x => (float)x)])),
    };

    /// <summary>One line for each run: its name and the hash of its numbers.</summary>
    public static string Text() => string.Concat(All.Select(run =>
    {
        var (hash, count) = NumbersHash.Of(run.Value());
        return $"{run.Key}: {hash} of {count} numbers\n";
    }));

    private static object Numbers(TrainingResult training) => training.Runs;

    private static object Numbers(GatedMemoryResult memory) => (memory.Runs, memory.GradientByStep);

    // The points of a path are many, and the last depends on all before it.
    private static object Ends(IReadOnlyList<Trajectory> paths) => paths.Select(path => (path.Rate, path.Steps, path.Points[^1], path.PathLength, path.Signs));

    private static object Values(IActivation activation)
    {
        return new[] { 3, 16, 1001 }.Select(length =>
        {
            double[] x = [.. Points(length)], y = new double[length], slopes = new double[length];
            float[] a = [.. x.Select(point => (float)point)], b = new float[length], floatSlopes = new float[length];
            activation.Values(x, y);
            activation.Derivatives(x, slopes);
            activation.Values(a, b);
            activation.Derivatives(a, floatSlopes);
            return (y, slopes, b, floatSlopes, x.Select(activation.Value).ToArray(), x.Select(activation.Derivative).ToArray(), a.Select(activation.Value).ToArray());
        }).ToArray();
    }

    // The golden ratio spreads points evenly without a generator: from -9 to 9 in no order.
    private static IEnumerable<double> Points(int count) => Enumerable.Range(1, count).Select(i => 18 * (i * 0.6180339887498949 % 1) - 9);

    // A quarter of the images: the bits of a sum differ after a few steps or never.
    private static DigitSplit Few(DigitSplit data) => new(data.Training.First(359), data.Test);
}
