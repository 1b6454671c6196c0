namespace ActivationNotes.Layers.Tests;

public sealed class LayerCostExperimentTests
{
    [Fact]
    public void Beside_a_3x3_convolution_a_sigmoid_costs_a_smaller_share_than_beside_a_depthwise_one()
    {
        var experiment = new LayerCostExperiment();
        var full = experiment.Run(new("full", "none", 64, 28, 3));
        var depthwise = experiment.Run(new("depthwise", "none", 64, 28, 3, 64));
        Assert.True(full["Sigmoid"].TimesPlain < depthwise["Sigmoid"].TimesPlain,
            $"{full["Sigmoid"].TimesPlain} beside 3x3, {depthwise["Sigmoid"].TimesPlain} beside depthwise");
        Assert.True(full["Sigmoid"].ProfiledShare < depthwise["Sigmoid"].ProfiledShare);
    }

    [Fact]
    public void Every_activation_is_timed_and_profiled_and_an_unknown_one_is_named()
    {
        var cost = new LayerCostExperiment(Threads: 2, Repeats: 2, Rounds: 21) { Patience = TimeSpan.Zero }.Run(new("small", "none", 64, 28, 3));
        Assert.Equal(LayerCostExperiment.Activations, cost.Costs.Select(one => one.Activation));
        // The profiler counts whole microseconds, and a short operator may have none.
        Assert.All(cost.Costs, one => Assert.InRange(one.ProfiledShare, 0, 0.9999));
        Assert.True(cost["Sigmoid"].ProfiledShare > 0);
        Assert.All(cost.Costs, one => Assert.InRange(one.Share, -10, 1));
        Assert.True(cost.PlainMilliseconds > 0);
        Assert.Contains("There are: Relu, HardSwish, Sigmoid", Assert.Throws<ArgumentException>(() => cost["Tanh"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_is_what_is_left_when_the_time_of_the_layer_alone_is_taken_away()
    {
        var cost = new ActivationCost("Sigmoid", 1, TimesPlain: 2, TimesPlainMedian: new(1.25, 0.8, 4), ProfiledShare: 0.1);
        Assert.Equal(0.5, cost.Share, 1e-12);
        Assert.Equal(0.2, cost.MedianShare, 1e-12);
        Assert.Equal(-0.25, cost.ShareInterval.Low, 1e-12);
        Assert.Equal(0.75, cost.ShareInterval.High, 1e-12);
    }

    [Fact]
    public void Profiles_leave_no_files_behind()
    {
        var layer = new Layer("small", "none", 4, 6, 1);
        string folder;
        using (var session = new LayerSession(layer.ToModel("Relu", 1, 1), layer.Shape, threads: 1, profiled: true))
        {
            session.Run();
            Assert.Equal(["Conv", "Relu"], session.EndProfiling().Keys.Order());
            folder = session.ProfileFolder!;
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }
}
