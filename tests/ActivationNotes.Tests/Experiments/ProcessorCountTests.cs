using System.Globalization;
using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;

namespace ActivationNotes.Tests.Experiments;

public sealed class ProcessorCountTests
{
    private const string Expected = "EXPECTED_OF_EXPERIMENTS";

    private static readonly int[] Seeds = [1, 2, 3, 4, 5];

    [Fact]
    public async Task One_processor_computes_to_the_last_digit_what_all_of_them_do()
    {
        if (Environment.GetEnvironmentVariable(Expected) is { } expected)
        {
            Assert.Equal(1, Environment.ProcessorCount);
            Assert.Equal(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken), Everything());
            return;
        }

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Everything(), TestContext.Current.CancellationToken);
            await ChildRun.PassAsync(new Dictionary<string, string> { [Expected] = file, ["DOTNET_PROCESSOR_COUNT"] = "1" }, "-class", typeof(ProcessorCountTests).FullName!);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // A small run of each experiment that spreads over processors, as text; what takes time by the clock is left out.
    private static string Everything()
    {
        var images = Digits.Load();
        var data = DigitSplit.Of(images);
        var sweep = new DepthSweepExperiment(Width: 16, BatchSize: 16).Run(data, ["sigmoid", "relu"], [Initialisation.Glorot, Initialisation.He], [1, 3, 6], Seeds);
        var training = new TrainingExperiment(new NetworkRecipe("tanh", 2, 16, Normalisation: Normalisation.Batch), Epochs: 2).Run(
            data, Seeds, cancellation: TestContext.Current.CancellationToken);
        var memory = new GatedMemoryExperiment(Gap: 5, TrainingSteps: 20).Run(Seeds);
        var mask = new SoftMaskExperiment(Steps: 20).Run(images, Seeds);
        var orthants = new OrthantScalingExperiment(Directions: 20).Run([2, 10, 100], Seeds);
        var firing = new FiringRateExperiment(Duration: 0.5).Run([0.5, 1, 2], Seeds);
        var digits = new TwoDigitsExperiment().Run(images, Seeds);
        var approximated = new ApproximatedNetworkExperiment(Hidden: 8, Epochs: 2).Run(images, [Activation.Named("hard-sigmoid")], Seeds);
        var minibatches = new NeuronGradientsExperiment(8).Sweep("sigmoid", data, [1, 16], draws: 20, Seeds);
        var ways = Descent.All.SelectMany(rule => new TwoWeightExperiment().Run(rule, Seeds).Concat(new LeastSquaresExperiment(1, Samples: 50).Run(rule, Seeds)));
        IEnumerable<double>[] numbers =
        [
            sweep.Networks.SelectMany(network => network.WeightGradients.Concat(network.UpstreamGradients)),
            training.Runs.SelectMany(run => run.ChangeOfWeights.Concat(run.Snapshots.SelectMany(snapshot => snapshot.WeightGradients.Append(snapshot.Loss)))),
            memory.Runs.SelectMany(run => run.GradientByStep.Append(run.Accuracy)),
            mask.Runs.SelectMany(run => run.Mask),
            orthants.Sampled.SelectMany(seed => seed).Append(orthants.Lowest),
            minibatches.Runs.SelectMany(run => run).SelectMany(one => new[] { one.SameSign, one.CommonMode }),
            ways.SelectMany(way => way.Points[^1].Append(way.Rate).Append(way.Steps)),
            firing.Rates.SelectMany(run => run),
            digits.Runs.SelectMany(run => run.Scores),
            approximated.SelectMany(network => network.Trained.Concat(network.Swapped)),
        ];
        Assert.All(numbers, results => Assert.NotEmpty(results));
        return string.Join('\n', numbers.Select(results => string.Join(' ', results.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))));
    }
}
