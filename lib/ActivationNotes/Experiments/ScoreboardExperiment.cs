using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Networks;
using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>
/// All activations against the three problems of the sigmoid, with the experiments of lessons 02, 03 and 04: what reaches the first layers, the signs of
/// the gradients, and the time.
/// </summary>
/// <param name="Depth">Hidden layers of the networks for the first problem.</param>
/// <param name="Width">Hidden units, for the first two problems.</param>
/// <param name="Length">Floats in the arrays that are timed.</param>
public sealed record ScoreboardExperiment(int Depth = 10, int Width = 64, int Length = 16_384)
{
    private const string Reference = "relu";

    /// <summary>How the times are taken.</summary>
    public Comparison Comparison { get; init; } = new();

    /// <summary>Measures every activation of the catalogue.</summary>
    /// <param name="data">The images.</param>
    /// <param name="seeds">Seeds of the networks.</param>
    public ScoreboardResult Run(DigitSplit data, IReadOnlyList<int> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        string[] names = [.. Activation.All.Select(activation => activation.Info.Name)];
        var sweep = new DepthSweepExperiment(Width).Run(data, names, [Initialisation.Glorot], [Depth], seeds);
        var signs = names.Select(_ => new double[seeds.Count]).ToArray();
        Parallel.For(0, names.Length * seeds.Count, i =>
            signs[i / seeds.Count][i % seeds.Count] = new NeuronGradientsExperiment(Width, names[i / seeds.Count]).Run(data, seeds[i % seeds.Count], 200).SameSignShare);

        var times = Time();
        return new ScoreboardResult(
            [.. names.Select((name, i) =>
            {
                var networks = sweep.Of(name, Initialisation.Glorot.Name, Depth);
                return new ScoreboardLine(
                    name, Spread.Of(networks.Select(network => network.DecayPerLayer)), Spread.Of(networks.Select(network => network.FlatFractions.Average())),
                    Spread.Of(signs[i]), times.RatioOf(name, Reference));
            })],
            times);
    }

    /// <summary>The same scoreboard with times that were taken anew.</summary>
    /// <param name="scores">The scoreboard.</param>
    public ScoreboardResult WithNewTimes(ScoreboardResult scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var times = Time();
        return new([.. scores.Lines.Select(line => line with { TimesRelu = times.RatioOf(line.Activation, Reference) })], times);
    }

    private ComparisonResult Time()
    {
        var (x, y) = (LadderExperiment.Inputs(Length, seed: 1), new float[Length]);
        return Comparison.Run([.. Activation.All.Select(activation => TimedKernel.Map(activation.Info.Name, activation.Values, x, y))]);
    }
}
