using ActivationNotes.Data;
using ActivationNotes.Networks;
using ActivationNotes.Optimizers;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Networks;

public sealed class TrainingTests
{
    private static readonly DigitSplit Data = DigitSplit.Of(Digits.Load());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_small_network_learns_to_read_the_digits()
    {
        var network = Build(1);
        var before = Training.Accuracy(network, Data.Test);
        var history = new Training(Epochs: 5).Run(network, Data, new Adam<float>(0.003), new MersenneTwister(1), cancellation: Token);
        Assert.InRange(before, 0, 0.3);
        Assert.Equal(5, history.Count);
        Assert.True(history[^1].Loss < history[0].Loss / 2, $"Loss {history[0].Loss} to {history[^1].Loss}.");
        Assert.InRange(history[^1].TestAccuracy, 0.9, 1);
        Assert.Equal(Training.Accuracy(network, Data.Test), history[^1].TestAccuracy);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_to_the_last_bit()
    {
        float[] Train()
        {
            var network = Build(2);
            new Training(Epochs: 1).Run(network, Data, new Momentum<float>(0.05), new MersenneTwister(2), cancellation: Token);
            return network.Parameters[0].Values;
        }
        Assert.Equal(Train(), Train());
    }

    [Theory]
    [InlineData(Normalisation.None, false)]
    [InlineData(Normalisation.Batch, true)]
    [InlineData(Normalisation.Layer, false)]
    public void Matrices_that_are_used_again_change_nothing(Normalisation normalisation, bool residual)
    {
        Network<float> Fresh() => new NetworkRecipe("tanh", HiddenLayers: 3, Width: 16, Normalisation: normalisation, Residual: residual).Build<float>(64, 10, new MersenneTwister(4));
        // Their number is not a multiple of 50, so the last batch of an epoch is smaller.
        var trained = Fresh();
        new Training(Epochs: 2, BatchSize: 50).Run(trained, Data, new Momentum<float>(0.05), new MersenneTwister(5), cancellation: Token);

        var (expected, optimizer, random) = (Fresh(), new Momentum<float>(0.05), new MersenneTwister(5));
        float[][] parameters = [.. expected.Parameters.Select(parameter => parameter.Values)];
        for (var epoch = 0; epoch < 2; epoch++)
        {
            foreach (var indices in MathNet.Numerics.Combinatorics.GeneratePermutation(Data.Training.Count, random).Chunk(50))
            {
                var batch = Data.Training.Batch(indices);
                optimizer.Step(parameters, expected.Forward(batch.Images, training: true).Backward(new SoftmaxCrossEntropy<float>(batch.Labels)).Parameters);
            }
        }

        Assert.NotEqual(0, Data.Training.Count % 50);
        Assert.All(trained.Parameters.Zip(expected.Parameters), pair => Assert.Equal(pair.Second.Values, pair.First.Values));
    }

    [Fact]
    public void A_cancelled_training_stops_and_keeps_what_it_has_learned()
    {
        using var source = new CancellationTokenSource();
        var network = Build(3);
        var start = (float[])network.Parameters[0].Values.Clone();
        var reports = new List<TrainingProgress>();
        var progress = new ImmediateProgress<TrainingProgress>(report =>
        {
            reports.Add(report);
            source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() =>
            new Training(Epochs: 50).Run(network, Data, new GradientDescent<float>(0.1), new MersenneTwister(1), progress: progress, cancellation: source.Token));
        Assert.Equal([1], reports.Select(report => report.Epoch));
        Assert.NotEqual(start, network.Parameters[0].Values);
    }

    [Fact]
    public void Whoever_watches_sees_the_network_before_the_first_epoch_and_after_each()
    {
        var seen = new List<int>();
        new Training(Epochs: 2).Run(Build(1), Data, new GradientDescent<float>(0.1), new MersenneTwister(1), seen.Add, cancellation: Token);
        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public void Progress_reads_as_one_line_with_a_bar() =>
        Assert.Equal("[#####...............] epoch 1 of 4, loss 2.301, test accuracy 12.5 %", new TrainingProgress(1, 4, 2.3012, 0.125).ToString());

    [Fact]
    public void A_line_in_a_terminal_is_written_over_and_ends_with_the_training()
    {
        using var terminal = new StringWriter { NewLine = "\n" };
        var line = new ProgressLine(terminal);
        line.Report(new TrainingProgress(1, 2, 10.5, 0.125));
        line.Report(new TrainingProgress(2, 2, 0.5, 0.9));
        Assert.Equal(
            "\r[##########..........] epoch 1 of 2, loss 10.500, test accuracy 12.5 %"
            + "\r[####################] epoch 2 of 2, loss 0.500, test accuracy 90.0 % \n", terminal.ToString());
    }

    [Fact]
    public void Reports_arrive_in_order_before_the_training_goes_on()
    {
        var shown = new List<string>();
        new Training(Epochs: 3).Run(
            Build(1), Data, new GradientDescent<float>(0.1), new MersenneTwister(1), epoch => shown.Add($"after epoch {epoch}"),
            new ImmediateProgress<TrainingProgress>(now => shown.Add($"report {now.Epoch}")), Token);
        Assert.Equal(["after epoch 0", "after epoch 1", "report 1", "after epoch 2", "report 2", "after epoch 3", "report 3"], shown);
    }

    [Fact]
    public void Batches_of_nothing_are_refused() =>
        Assert.Contains("batches of 0", Assert.Throws<InvalidOperationException>(
            () => new Training(1, 0).Run(Build(1), Data, new GradientDescent<float>(0.1), new MersenneTwister(1), cancellation: Token)).Message, StringComparison.Ordinal);

    private static Network<float> Build(int seed) => new NetworkRecipe("tanh", HiddenLayers: 1, Width: 32).Build<float>(64, 10, new MersenneTwister(seed));
}
