using ActivationNotes.Activations;
using ActivationNotes.Data;
using ActivationNotes.Numbers;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// Can a classifier learn what not to look at? Each image of two digits gets 64 more pixels that belong to some other image, so
/// they look like a digit and say nothing. Every input i has a mask s(a_i) between 0 and 1 that multiplies it, and a mask that is
/// open costs <see cref="Price"/>. Which inputs deserve to be shut off is known: the added ones.
/// </summary>
/// <remarks>
/// Score z = sum of w_i s(a_i) x_i + b; loss = mean cross-entropy of s(z) + Price times the sum of the masks + Penalty times the
/// sum of squared weights. Minimised over w, b and a by Adam on all training images. Without masks: the same with s(a_i) = 1.
/// </remarks>
/// <param name="First">The digit called 0.</param>
/// <param name="Second">The digit called 1.</param>
/// <param name="TrainingImages">Images to learn from; all others of the two digits test.</param>
/// <param name="Price">Cost of one open mask.</param>
/// <param name="Penalty">Weight of the squared weights in the loss.</param>
/// <param name="Steps">Steps of Adam.</param>
public sealed record SoftMaskExperiment(
    int First = 3, int Second = 5, int TrainingImages = 80, double Price = 0.004, double Penalty = 0.001, int Steps = 600)
{
    private const double LearningRate = 0.05;
    private const double OpenAtStart = 2;                // a_i before training: masks of s(2) = 0.88
    private static readonly IActivation s_sigmoid = Activation.Named("sigmoid");

    /// <summary>Trains with and without masks once for each seed.</summary>
    /// <param name="images">All images; those of other digits are left out.</param>
    /// <param name="seeds">Seeds of the split and of the added pixels.</param>
    /// <exception cref="InvalidOperationException">A parameter makes no sense.</exception>
    public SoftMaskResult Run(IReadOnlyList<DigitImage> images, IReadOnlyList<int> seeds)
    {
        var chosen = images.Where(image => image.Label == First || image.Label == Second).ToArray();
        if (First == Second || TrainingImages < 2 || TrainingImages >= chosen.Length || !(Price >= 0) || !(Penalty > 0) || Steps < 1)
            throw new InvalidOperationException(
                $"Digits {First} and {Second}, {TrainingImages} training images of {chosen.Length}, price {Price}, penalty {Penalty}, "
                + $"{Steps} steps: give two digits, fewer training images than there are, and positive numbers.");
        var runs = new SoftMaskRun[seeds.Count];
        Parallel.For(0, seeds.Count, i => runs[i] = Run(chosen, seeds[i]));
        return new SoftMaskResult(runs);
    }

    private SoftMaskRun Run(DigitImage[] images, int seed)
    {
        var random = new MersenneTwister(seed);
        var strangers = Combinatorics.GeneratePermutation(images.Length, random);
        var order = Combinatorics.GeneratePermutation(images.Length, random);
        var inputs = Matrix<double>.Build.DenseOfRowArrays(
            order.Select(i => (double[])[.. images[i].Pixels, .. images[strangers[i]].Pixels]));
        var labels = Vector<double>.Build.Dense([.. order.Select(i => images[i].Label == Second ? 1.0 : 0.0)]);
        var (trainInputs, trainLabels) = (inputs.SubMatrix(0, TrainingImages, 0, inputs.ColumnCount), labels.SubVector(0, TrainingImages));
        var rest = images.Length - TrainingImages;
        var (testInputs, testLabels) = (inputs.SubMatrix(TrainingImages, rest, 0, inputs.ColumnCount), labels.SubVector(TrainingImages, rest));

        var masked = Train(trainInputs, trainLabels, withMask: true);
        var plain = Train(trainInputs, trainLabels, withMask: false);
        return new SoftMaskRun(
            seed, masked.Mask, Accuracy(masked, testInputs, testLabels), Accuracy(plain, testInputs, testLabels));
    }

    private (double[] Weights, double[] Mask) Train(Matrix<double> inputs, Vector<double> labels, bool withMask)
    {
        var columns = inputs.ColumnCount;
        var parameters = new double[2 * columns + 1];    // weights, bias, then what the masks are the sigmoid of
        Array.Fill(parameters, OpenAtStart, columns + 1, columns);
        var optimiser = new Optimizers.Adam<double>(LearningRate);
        for (var step = 0; step < Steps; step++)
            optimiser.Step(parameters, Gradient(inputs, labels, parameters, withMask));
        return (parameters[..(columns + 1)], Mask(parameters[(columns + 1)..], withMask));
    }

    /// <summary>Gradient of the loss at the parameters [weights, bias, mask scores].</summary>
    internal double[] Gradient(Matrix<double> inputs, Vector<double> labels, double[] parameters, bool withMask)
    {
        var columns = inputs.ColumnCount;
        var mask = Mask(parameters[(columns + 1)..], withMask);
        var weighted = Vector<double>.Build.Dense(columns, i => parameters[i] * mask[i]);
        var error = ((inputs * weighted) + parameters[columns]).Map(Elementary.Logistic) - labels;
        var upstream = inputs.TransposeThisAndMultiply(error) / labels.Count;
        var gradient = new double[parameters.Length];
        gradient[columns] = error.Average();
        for (var i = 0; i < columns; i++)
        {
            gradient[i] = upstream[i] * mask[i] + 2 * Penalty * parameters[i];
            if (withMask) gradient[columns + 1 + i] = (upstream[i] * parameters[i] + Price) * s_sigmoid.Derivative(parameters[columns + 1 + i]);
        }
        return gradient;
    }

    /// <summary>The loss at the parameters [weights, bias, mask scores].</summary>
    internal double Loss(Matrix<double> inputs, Vector<double> labels, double[] parameters)
    {
        var columns = inputs.ColumnCount;
        var mask = Mask(parameters[(columns + 1)..], withMask: true);
        var scores = (inputs * Vector<double>.Build.Dense(columns, i => parameters[i] * mask[i])) + parameters[columns];
        return scores.Zip(labels, (z, label) => Math.Max(z, 0) - z * label + Elementary.Log(1 + Elementary.Exp(-Math.Abs(z)))).Average()
            + Price * mask.Sum() + Penalty * parameters[..columns].Sum(weight => weight * weight);
    }

    private static double[] Mask(double[] scores, bool withMask)
    {
        var mask = new double[scores.Length];
        Array.Fill(mask, 1);
        if (withMask) s_sigmoid.Values(scores, mask);
        return mask;
    }

    private static double Accuracy((double[] Weights, double[] Mask) model, Matrix<double> inputs, Vector<double> labels)
    {
        var scores = inputs * Vector<double>.Build.Dense(inputs.ColumnCount, i => model.Weights[i] * model.Mask[i]);
        return scores.Zip(labels, (z, label) => z + model.Weights[^1] > 0 == label > 0.5 ? 1.0 : 0.0).Average();
    }
}
