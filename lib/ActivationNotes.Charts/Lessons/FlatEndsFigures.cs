using ActivationNotes.Activations;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;
using ActivationNotes.Numbers;

namespace ActivationNotes.Charts.Lessons;

/// <summary>The figures of lesson 02.</summary>
public static class FlatEndsFigures
{
    /// <summary>The slopes of several activations, on a logarithmic scale.</summary>
    /// <param name="reach">The x axis goes from minus to plus this.</param>
    /// <param name="activations">The activations.</param>
    public static Figure Slopes(double reach, params IReadOnlyList<IActivation> activations) =>
        Plot.Lines("Slopes far from zero", "input x", "slope",
                [.. activations.Select(activation => Series.OfFunction(activation.Info.Title, x => Visible(activation.Derivative(x)), -reach, reach, 401))])
            .WithLogY()
            .WithHorizontalLine(0.25, "1/4")
            .WithCaption("The slope of a sigmoid never exceeds 1/4, and far from 0 it falls by the factor e with every step outward; that of tanh starts at 1 and falls twice as fast there. Below 0 the slope of ReLU is exactly 0, which no logarithmic scale can show.");

    /// <summary>What is left of a gradient after a chain of activations without weights.</summary>
    /// <param name="name">Name of the activation.</param>
    /// <param name="products">[starts x depth] The product of the slopes after 1, 2, ... activations, for each start.</param>
    /// <param name="bound">The largest slope.</param>
    public static Figure Chain(string name, IReadOnlyList<double[]> products, double bound)
    {
        var depths = Enumerable.Range(1, products[0].Length).Select(depth => (double)depth).ToArray();
        return Plot.Lines($"A chain of {name}s", "activations in the chain", "product of the slopes",
                Series.OfRuns("measured", depths, products),
                Series.Of($"bound {Short(bound)}ⁿ", depths, depths.Select(depth => Elementary.Pow(bound, depth))))
            .WithLogY()
            .WithCaption($"After n activations at most {Short(bound)}ⁿ of the gradient is left. The measured product is below the bound, since the inputs of the later ones are not 0.");
    }

    /// <summary>Gradient of every layer's weights, for each depth; a slider sets the depth.</summary>
    /// <param name="sweep">The measured networks.</param>
    /// <param name="initialisation">Name of the initialisation shown.</param>
    public static Figure GradientByLayer(DepthSweepResult sweep, string initialisation)
    {
        var depths = sweep.Depths.Where(depth => depth > 1).ToArray();
        return Plot.Slider($"Gradient of every layer before training ({initialisation} initialisation)", "hidden layers", [.. depths.Select(Whole)], [.. depths.Select(At)],
            start: Math.Max(0, Array.IndexOf(depths, 10)));

        Figure At(int depth) =>
            Plot.Lines("Gradient of every layer", "layer, from the input", "norm of the gradient of its weights",
                    [.. sweep.Activations.Select(activation => Series.OfRuns(
                        activation, Enumerable.Range(1, depth + 1).Select(layer => (double)layer),
                        sweep.Of(activation, initialisation, depth).Select(network => network.WeightGradients)).WithPoints())])
                .WithLogY()
                .WithCaption($"Median and middle half of {sweep.Of(sweep.Activations[0], initialisation, depth).Count} networks, one batch of real digits. Move the slider: the deeper the network of sigmoids, the less of the gradient reaches its first layers.");
    }

    /// <summary>Share of the last layer's gradient that reaches the first, against depth, for every initialisation.</summary>
    /// <param name="sweep">The measured networks.</param>
    /// <param name="activation">Name of the activation.</param>
    public static Figure FirstToLast(DepthSweepResult sweep, string activation) =>
        Plot.Lines($"What reaches the first layer: {activation}", "hidden layers", "gradient of the first layer / of the last",
                [.. sweep.Initialisations.Select(initialisation =>
                    Series.OfRuns(initialisation, sweep.Depths.Select(depth => (double)depth), sweep.FirstToLast(activation, initialisation)))])
            .WithLogY()
            .WithCaption("Norm of the gradient of the first layer's weights as a share of the last layer's; median and middle half over the seeds.");

    /// <summary>Gradient of the first layer against depth, for every initialisation.</summary>
    /// <param name="sweep">The measured networks.</param>
    /// <param name="activation">Name of the activation.</param>
    public static Figure FirstGradient(DepthSweepResult sweep, string activation) =>
        Plot.Lines($"Size of the first layer's gradient: {activation}", "hidden layers", "norm of the gradient of the first layer's weights",
                [.. sweep.Initialisations.Select(initialisation =>
                    Series.OfRuns(initialisation, sweep.Depths.Select(depth => (double)depth), sweep.Over(activation, initialisation, network => network.WeightGradients[0])))])
            .WithLogY()
            .WithCaption("The norm itself, not as a share of another layer's; median and middle half over the seeds.");

    /// <summary>What a layer hands on against the size of the weights, for several activations.</summary>
    /// <param name="result">One line for each factor and activation, in the order of the factors.</param>
    /// <param name="factors">By what the weights of the initialisation were multiplied.</param>
    /// <param name="initialisation">Name of that initialisation.</param>
    public static Figure HandedOn(InitialisationSweepResult result, IReadOnlyList<double> factors, string initialisation) =>
        Plot.Lines("What a layer hands on, against the size of the weights", $"factor on {initialisation}'s weights", "gradient of a layer / of the one after it",
                [.. result.Activations.Select(activation => Series.OfRuns(activation, factors, result.Over(activation, line => line.DecayPerLayer)).WithPoints())])
            .WithLogX()
            .WithLogY()
            .WithHorizontalLine(1, "all of it")
            .WithCaption("Mean factor per layer of untrained deep networks; median and middle half over the seeds. Below 1 the gradient vanishes with depth, above 1 it explodes.");

    /// <summary>Test accuracy over the epochs.</summary>
    /// <param name="trainings">A name for each training and its result.</param>
    public static Figure Accuracy(params IReadOnlyList<(string Name, TrainingResult Result)> trainings) =>
        OverEpochs("Test accuracy in training", "test accuracy (%)", epoch => 100 * epoch.TestAccuracy, trainings)
            .WithYRange(0, 102)
            .WithHorizontalLine(10, "guessing")
            .WithCaption($"Median and middle half of {trainings[0].Result.Runs.Count} seeds. Guessing one of ten digits is right once in ten.");

    /// <summary>Loss over the epochs.</summary>
    /// <param name="trainings">A name for each training and its result.</param>
    public static Figure Loss(params IReadOnlyList<(string Name, TrainingResult Result)> trainings) =>
        OverEpochs("Loss in training", "mean loss of the epoch (nats)", epoch => epoch.Loss, trainings)
            .WithLogY()
            .WithHorizontalLine(Elementary.Log(10), "guessing: ln 10")
            .WithCaption($"Median and middle half of {trainings[0].Result.Runs.Count} seeds. Giving each of ten digits the same probability costs ln 10 = 2.3 nats.");

    /// <summary>By what share of themselves the weights of each layer change per epoch.</summary>
    /// <param name="result">The trainings.</param>
    public static Figure Updates(TrainingResult result) =>
        Layers(result, "How much the weights of each layer change", "change per epoch, as a share of the weights", snapshot => snapshot.UpdateRatios, 1)
            .WithLogY()
            .WithCaption("Norm of the change of a layer's weights in one epoch, divided by the norm of the weights; median and middle half over the seeds.");

    /// <summary>Gradient of the biases of each hidden layer, over the epochs.</summary>
    /// <param name="result">The trainings.</param>
    public static Figure BiasGradients(TrainingResult result) =>
        Layers(result, "Gradient of every hidden layer's biases in training", "norm of the gradient of the biases", snapshot => snapshot.BiasGradients[..^1], 0)
            .WithLogY()
            .WithCaption("One look after every epoch at the same images; median and middle half over the seeds.");

    /// <summary>Share of the units of each hidden layer that sit on a flat part, over the epochs.</summary>
    /// <param name="result">The trainings.</param>
    public static Figure FlatUnits(TrainingResult result) =>
        Layers(result, "Units on a flat part", "share of the units (%)", snapshot => [.. snapshot.FlatFractions.Select(share => 100 * share)], 0)
            .WithCaption("A unit counts as flat where the slope of its activation is below 1 % of the largest slope; median and middle half over the seeds.");

    /// <summary>How the outputs of each hidden layer are spread; a slider sets the epoch.</summary>
    /// <param name="run">One training.</param>
    /// <param name="title">Which network it is.</param>
    public static Figure ActivationHistograms(TrainingRun run, string title)
    {
        return Plot.Slider(title, "epoch", [.. run.Snapshots.Select(snapshot => Whole(snapshot.Epoch))], [.. run.Snapshots.Select(At)]);

        static Figure At(TrainingSnapshot snapshot) =>
            Plot.Histogram("Outputs of the hidden units", "output of a unit", 20,
                    [.. snapshot.Activations.Select((layer, index) => new Sample($"hidden layer {index + 1}", layer.Percentiles))])
                .WithCaption("Outputs of all units of a hidden layer at the same images, drawn from their percentiles. Move the slider to follow the training.");
    }

    /// <summary>Test accuracy of a deep network and of its repairs in the end, with the range over the seeds.</summary>
    /// <param name="result">The networks.</param>
    /// <param name="title">Which network it is.</param>
    public static Figure Repairs(RepairsResult result, string title)
    {
        var trainings = result.Networks.Select(network => network.Training).ToArray();
        return Plot.Bars(title, "network", "test accuracy (%)", [.. result.Networks.Select(network => network.Name)],
                new BarSeries("test accuracy", [.. trainings.Select(training => 100 * training.Accuracies.Average())])
                {
                    Low = [.. trainings.Select(training => 100 * training.Accuracies.Min())],
                    High = [.. trainings.Select(training => 100 * training.Accuracies.Max())],
                })
            .WithHorizontalLine(10, "guessing")
            .WithCaption($"Mean and range of {trainings[0].Runs.Count} seeds after {trainings[0].Experiment.Epochs} epochs.");
    }

    private static Figure OverEpochs(
        string title, string axis, Func<TrainingProgress, double> measure, IReadOnlyList<(string Name, TrainingResult Result)> trainings) =>
        Plot.Lines(title, "epoch", axis,
            [.. trainings.Select(training => Series.OfRuns(
                training.Name, training.Result.Epochs.Skip(1), training.Result.Runs.Select(run => run.History.Select(measure).ToArray())))]);

    private static Figure Layers(TrainingResult result, string title, string axis, Func<TrainingSnapshot, double[]> measure, int firstEpoch)
    {
        var count = measure(result.Runs[0].Snapshots[^1]).Length;
        return Plot.Lines(title, "epoch", axis,
            [.. Enumerable.Range(0, count).Select(layer => Series.OfRuns(
                $"layer {layer + 1}", result.Epochs.Skip(firstEpoch), result.Over(snapshot => measure(snapshot)[layer]).Select(epochs => epochs[firstEpoch..])))]);
    }

    // A slope of exactly 0 has no place on a logarithmic axis: the line ends there.
    private static double Visible(double slope) => slope > 0 ? slope : double.NaN;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
