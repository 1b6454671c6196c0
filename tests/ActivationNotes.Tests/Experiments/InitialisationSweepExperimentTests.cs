using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;

namespace ActivationNotes.Tests.Experiments;

public sealed class InitialisationSweepExperimentTests
{
    private static readonly DigitSplit Data = DigitSplit.Of(Digits.Load());
    private static readonly double[] Factors = [0.5, 1, 4, 32];
    private static readonly Initialisation[] Initialisations = [.. Factors.Select(Initialisation.Glorot.Scaled)];
    private static readonly InitialisationSweepResult Result =
        new InitialisationSweepExperiment(HiddenLayers: 6, Width: 32, BatchSize: 32).Run(Data, ["sigmoid", "relu"], Initialisations, [1, 2, 3]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Relu_hands_on_more_in_proportion_to_its_weights_and_sigmoids_lose_by_small_and_by_flat_ones()
    {
        double Mean(string activation, int factor) => Result.Of(activation)[factor].DecayPerLayer.Average();
        Assert.InRange(Mean("relu", 2) / Mean("relu", 1), 3.6, 4.4);
        Assert.True(Mean("sigmoid", 0) < Mean("sigmoid", 1) && Mean("sigmoid", 1) < Mean("sigmoid", 2));
        Assert.InRange(Mean("sigmoid", 2), 0.3, 0.95);
        Assert.True(Result.Of("sigmoid")[3].FlatShares.Min() > 0.5);
        Assert.Equal(0, Result.Of("sigmoid")[0].FlatShares.Max());
    }

    [Fact]
    public void Every_line_says_what_the_depth_sweep_says()
    {
        var sweep = new DepthSweepExperiment(Width: 32, BatchSize: 32).Run(Data, ["sigmoid"], [Initialisations[2]], [6], [1, 2, 3], Token);
        var line = Result.Of("sigmoid")[2];
        Assert.Equal(("sigmoid", "Glorot x4"), (line.Activation, line.Initialisation));
        Assert.Equal(sweep.Networks.Select(network => network.DecayPerLayer), line.DecayPerLayer);
        Assert.Equal(sweep.Networks.Select(network => network.WeightGradients[0]), line.FirstGradients);
        Assert.Equal(sweep.Networks.Select(network => network.FlatFractions.Average()), line.FlatShares);
        Assert.Equal(line.FirstGradients, Result.Over("sigmoid", each => each.FirstGradients).Select(seed => seed[2]));
    }

    [Fact]
    public void One_hidden_layer_and_an_activation_that_was_not_measured_are_refused()
    {
        Assert.Contains("1 hidden layers", Assert.Throws<InvalidOperationException>(
            () => new InitialisationSweepExperiment(HiddenLayers: 1).Run(Data, ["sigmoid"], Initialisations, [1], Token)).Message, StringComparison.Ordinal);
        Assert.Contains("Measured were sigmoid, relu", Assert.Throws<ArgumentException>(() => Result.Of("tanh")).Message, StringComparison.Ordinal);
    }
}
