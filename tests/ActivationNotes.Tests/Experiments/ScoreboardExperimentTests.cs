using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;

namespace ActivationNotes.Tests.Experiments;

public sealed class ScoreboardExperimentTests
{
    private static readonly DigitSplit Data = DigitSplit.Of(Digits.Load());
    private static readonly ScoreboardResult Board = new ScoreboardExperiment(Depth: 6, Width: 32, Length: 2048).Run(Data, [1, 2]);

    [Fact]
    public void Every_activation_has_a_line_in_the_order_of_the_catalogue() =>
        Assert.Equal(Activation.All.Select(activation => activation.Info.Name), Board.Lines.Select(line => line.Activation));

    [Fact]
    public void Its_numbers_are_those_of_the_experiments_it_is_made_of()
    {
        var networks = new DepthSweepExperiment(32).Run(Data, ["silu"], [Initialisation.Glorot], [6], [1, 2], TestContext.Current.CancellationToken).Networks;
        Assert.Equal(Spread.Of(networks.Select(network => network.DecayPerLayer)), Board["silu"].DecayPerLayer);
        Assert.Equal(Spread.Of(networks.Select(network => network.FlatFractions.Average())), Board["silu"].FlatShare);
        var signs = new[] { 1, 2 }.Select(seed => new NeuronGradientsExperiment(32, "relu").Run(Data, seed, 200).SameSignShare);
        Assert.Equal(Spread.Of(signs), Board["relu"].SameSignShare);
        Assert.All(Board.Lines, line => Assert.Equal(Board.Times.RatioOf(line.Activation, "relu"), line.TimesRelu));
    }

    [Fact]
    public void Outputs_of_one_sign_give_gradients_of_one_sign_and_others_do_not()
    {
        foreach (var line in Board.Lines)
        {
            var oneSided = line.Activation is "sigmoid" or "hard-sigmoid" or "relu" or "softplus" or "log-sigmoid";
            Assert.InRange(line.SameSignShare.Mean, oneSided ? 0.9 : 0, oneSided ? 1 : 0.1);
        }
    }

    [Fact]
    public void An_exponential_takes_longer_than_two_straight_lines() => Assert.True(Board["mish"].TimesRelu.Median > 1.5, $"{Board["mish"].TimesRelu}");

    [Fact]
    public void Times_can_be_taken_anew_without_the_trainings()
    {
        var again = new ScoreboardExperiment(Length: 512) { Comparison = new() { CompilerPause = TimeSpan.Zero, FewestRounds = 21, Patience = TimeSpan.Zero } }.WithNewTimes(Board);
        Assert.NotSame(Board.Times, again.Times);
        Assert.Equal(Board.Lines.Select(line => (line.Activation, line.DecayPerLayer, line.SameSignShare)), again.Lines.Select(line => (line.Activation, line.DecayPerLayer, line.SameSignShare)));
        Assert.All(again.Lines, line => Assert.Equal(again.Times.RatioOf(line.Activation, "relu"), line.TimesRelu));
    }

    [Fact]
    public void Each_problem_is_a_share_and_the_worst_of_them_counts()
    {
        var line = new ScoreboardLine("an activation", new(0.25, 0.2, 0.3), new(0, 0, 0), new(0.5, 0.4, 0.6), new(5, 4, 10));
        Assert.Equal(new Spread(0.75, 0.7, 0.8), line.LostPerLayer);
        Assert.Equal(new Spread(0.8, 0.75, 0.9), line.TimeOverRelu);
        Assert.Equal(0.8, line.Worst);
        var growing = line with { DecayPerLayer = new(1.5, 0.9, 2), TimesRelu = new(0.9, 0.8, 1.25) };
        Assert.Equal((0, 0), (growing.LostPerLayer.Mean, growing.LostPerLayer.Low));
        Assert.Equal(0.1, growing.LostPerLayer.High, 1e-12);
        Assert.Equal(0, growing.TimeOverRelu.Mean);
        Assert.Equal(0.5, growing.Worst);
    }

    [Fact]
    public void A_slope_of_one_per_cent_is_not_flat() => Assert.Equal(new Spread(0, 0, 0), Board["leaky-relu"].FlatShare);

    [Fact]
    public void A_line_that_is_not_there_is_answered_with_those_that_are() =>
        Assert.Contains("sigmoid", Assert.Throws<ArgumentException>(() => Board["sigmod"]).Message, StringComparison.Ordinal);
}
