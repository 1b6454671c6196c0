using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;

namespace ActivationNotes.Tests.Experiments;

public sealed class ScoreboardExperimentTests
{
    private static readonly DigitSplit Data = DigitSplit.Of(Digits.Load());
    private static readonly IReadOnlyList<ScoreboardLine> Board = new ScoreboardExperiment(Depth: 6, Width: 32, Length: 2048).Run(Data, [1, 2]);

    [Fact]
    public void Every_activation_has_a_line_in_the_order_of_the_catalogue() =>
        Assert.Equal(Activation.All.Select(activation => activation.Info.Name), Board.Select(line => line.Activation));

    [Fact]
    public void Its_numbers_are_those_of_the_experiments_it_is_made_of()
    {
        var decay = new DepthSweepExperiment(32).Run(Data, ["silu"], [Initialisation.Glorot], [6], [1, 2]).Networks.Average(network => network.DecayPerLayer);
        Assert.Equal(decay, Board.Single(line => line.Activation == "silu").DecayPerLayer, 1e-12);
        var signs = new NeuronGradientsExperiment(32, "silu").Run(Data, 2, 200).SameSignShare;
        Assert.InRange(Board.Single(line => line.Activation == "silu").SameSignShare, signs / 2, (1 + signs) / 2);
    }

    [Fact]
    public void Outputs_of_one_sign_give_gradients_of_one_sign_and_others_do_not()
    {
        foreach (var line in Board)
        {
            var oneSided = line.Activation is "sigmoid" or "hard-sigmoid" or "relu" or "softplus" or "log-sigmoid";
            Assert.InRange(line.SameSignShare, oneSided ? 0.9 : 0, oneSided ? 1 : 0.1);
        }
    }

    [Fact]
    public void Shares_stay_between_nothing_and_everything()
    {
        Assert.All(Board, line =>
        {
            Assert.InRange(line.LostPerLayer, 0, 1);
            Assert.InRange(line.TimeOverRelu, 0, 1);
            Assert.InRange(line.FlatShare, 0, 1);
        });
        Assert.Equal(1, Board.Single(line => line.Activation == "relu").TimesRelu);
        Assert.Equal(0, Board.Single(line => line.Activation == "leaky-relu").FlatShare);
    }
}
