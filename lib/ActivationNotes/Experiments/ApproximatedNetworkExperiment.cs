using System.Numerics.Tensors;
using ActivationNotes.Activations;
using ActivationNotes.Data;

namespace ActivationNotes.Experiments;

/// <summary>
/// A small classifier of the digits (64 pixels, one hidden layer, ten classes, softmax) with approximations in place of its
/// sigmoid: when it is trained, and when it is only run. Half of the images train, the other half tests; a seed fixes which,
/// and the first weights.
/// </summary>
/// <param name="Hidden">Units of the hidden layer.</param>
/// <param name="Epochs">How often the training images are gone through, one by one.</param>
/// <param name="LearningRate">Step along the gradient of one image.</param>
public sealed record ApproximatedNetworkExperiment(int Hidden = 32, int Epochs = 12, double LearningRate = 0.2)
{
    private const int Classes = 10;

    /// <summary>Trains once with the sigmoid and once with each function, for each seed. The sigmoid itself is the first result.</summary>
    /// <param name="images">All images.</param>
    /// <param name="functions">What stands in for the sigmoid.</param>
    /// <param name="seeds">Seeds of the splits and the first weights.</param>
    public ApproximatedNetworkResult[] Run(IReadOnlyList<DigitImage> images, IReadOnlyList<IActivation> functions, IReadOnlyList<int> seeds)
    {
        if (images.Count < 2 || seeds.Count == 0) throw new ArgumentException($"{images.Count} images and {seeds.Count} seeds: give at least two images and one seed.", nameof(images));
        IActivation[] all = [Activation.Named("sigmoid"), .. functions];
        ApproximatedNetworkResult[] results = [.. all.Select(function => new ApproximatedNetworkResult(function.Info.Title, new double[seeds.Count], new double[seeds.Count]))];
        Parallel.For(0, seeds.Count, i =>
        {
            var order = Enumerable.Range(0, images.Count).ToArray();
            new Random(seeds[i]).Shuffle(order);
            DigitImage[] train = [.. order.Take(images.Count / 2).Select(index => images[index])], test = [.. order.Skip(images.Count / 2).Select(index => images[index])];
            var exact = Train(all[0], train, seeds[i]);
            foreach (var (index, function) in all.Index())
            {
                results[index].Swapped[i] = Accuracy(exact, function, test);
                results[index].Trained[i] = index == 0 ? results[0].Swapped[i] : Accuracy(Train(function, train, seeds[i]), function, test);
            }
        });
        return results;
    }

    private sealed record Weights(double[][] Hidden, double[] HiddenBias, double[][] Output, double[] OutputBias);

    private Weights Train(IActivation function, DigitImage[] images, int seed)
    {
        const int pixels = DigitImage.Side * DigitImage.Side;
        var random = new Random(seed);
        var weights = new Weights(Matrix(Hidden, pixels), new double[Hidden], Matrix(Classes, Hidden), new double[Classes]);
        var (sums, values, slopes, upstream) = (new double[Hidden], new double[Hidden], new double[Hidden], new double[Hidden]);
        var scores = new double[Classes];
        for (var step = 0; step < Epochs * images.Length; step++)
        {
            var image = images[random.Next(images.Length)];
            double[] x = [.. image.Pixels];
            Forward(weights, function, x, sums, values, scores);
            function.Derivatives(sums, slopes);
            TensorPrimitives.SoftMax<double>(scores, scores);
            scores[image.Label] -= 1;

            // Gradients of the hidden values come before the output weights change.
            Array.Clear(upstream);
            for (var k = 0; k < Classes; k++) TensorPrimitives.MultiplyAdd(weights.Output[k], scores[k], upstream, upstream);
            for (var k = 0; k < Classes; k++) Step(weights.Output[k], weights.OutputBias, k, values, scores[k]);
            for (var j = 0; j < Hidden; j++) Step(weights.Hidden[j], weights.HiddenBias, j, x, upstream[j] * slopes[j]);
        }

        return weights;

        // Glorot and Bengio's uniform weights.
        double[][] Matrix(int rows, int columns)
        {
            var reach = Math.Sqrt(6.0 / (rows + columns));
            return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => reach * (2 * random.NextDouble() - 1)).ToArray())];
        }
    }

    private void Step(double[] row, double[] bias, int unit, double[] input, double gradient)
    {
        TensorPrimitives.MultiplyAdd(input, -LearningRate * gradient, row, row);
        bias[unit] -= LearningRate * gradient;
    }

    private static void Forward(Weights weights, IActivation function, double[] x, double[] sums, double[] values, double[] scores)
    {
        for (var j = 0; j < sums.Length; j++) sums[j] = TensorPrimitives.Dot<double>(weights.Hidden[j], x) + weights.HiddenBias[j];
        function.Values(sums, values);
        for (var k = 0; k < scores.Length; k++) scores[k] = TensorPrimitives.Dot<double>(weights.Output[k], values) + weights.OutputBias[k];
    }

    private static double Accuracy(Weights weights, IActivation function, DigitImage[] images)
    {
        var (sums, values, scores) = (new double[weights.Hidden.Length], new double[weights.Hidden.Length], new double[Classes]);
        return images.Average(image =>
        {
            Forward(weights, function, [.. image.Pixels], sums, values, scores);
            return TensorPrimitives.IndexOfMax<double>(scores) == image.Label ? 1.0 : 0.0;
        });
    }
}
