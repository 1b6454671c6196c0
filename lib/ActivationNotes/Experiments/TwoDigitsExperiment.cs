using ActivationNotes.Data;
using ActivationNotes.Numbers;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// Logistic regression on two of the digits: p = s(w x + b) is trained to be the probability of the second digit, on a random
/// half of the images, and judged on the other half. Only some rows of each image are shown to it, since with whole images
/// nearly every answer is certain and right, and there would be nothing to calibrate.
/// </summary>
/// <param name="First">The digit called 0.</param>
/// <param name="Second">The digit called 1; p is its probability.</param>
/// <param name="FirstRow">First image row that the classifier sees, 0 to 7.</param>
/// <param name="Rows">How many rows it sees.</param>
/// <param name="Penalty">Weight of the squared weights in the loss (ridge), summed over the training images; positive.</param>
public sealed record TwoDigitsExperiment(int First = 3, int Second = 5, int FirstRow = 4, int Rows = 4, double Penalty = 0.1)
{
    private const int NewtonSteps = 25;

    /// <summary>Trains and tests once for each seed; a seed fixes which half is used for training.</summary>
    /// <param name="images">All images; those of other digits are left out.</param>
    /// <param name="seeds">Seeds of the splits.</param>
    public TwoDigitsResult Run(IReadOnlyList<DigitImage> images, IReadOnlyList<int> seeds)
    {
        if (First == Second || Rows < 1 || FirstRow < 0 || FirstRow + Rows > DigitImage.Side || !(Penalty > 0))
            throw new InvalidOperationException(
                $"Digits {First} and {Second}, rows {FirstRow} to {FirstRow + Rows - 1}, penalty {Penalty}: "
                + "give two digits, rows within 0 to 7 and a positive penalty.");
        var chosen = images.Where(image => image.Label == First || image.Label == Second).ToArray();
        if (chosen.Select(image => image.Label).Distinct().Count() < 2)
            throw new ArgumentException($"The images hold no pair of {First} and {Second}.", nameof(images));
        var inputs = Matrix<double>.Build.DenseOfRowArrays(chosen.Select(Features));
        var labels = Vector<double>.Build.Dense([.. chosen.Select(image => image.Label == Second ? 1.0 : 0.0)]);
        var runs = new TwoDigitsRun[seeds.Count];
        Parallel.For(0, seeds.Count, i => runs[i] = Run(inputs, labels, seeds[i]));
        return new TwoDigitsResult(runs, chosen.Length);
    }

    /// <summary>
    /// Weights of the least penalised cross-entropy, by Newton's method. The loss is convex, so there is one answer. Its
    /// gradient is X^T (p - y) + penalty w: the slope of the sigmoid has cancelled.
    /// </summary>
    internal static Vector<double> TrainLogistic(Matrix<double> inputs, Vector<double> labels, double penalty)
    {
        var ridge = Ridge(inputs.ColumnCount, penalty);
        var weights = Vector<double>.Build.Dense(inputs.ColumnCount);
        for (var step = 0; step < NewtonSteps; step++)
        {
            var probabilities = (inputs * weights).Map(Elementary.Logistic);
            var gradient = inputs.TransposeThisAndMultiply(probabilities - labels) + ridge * weights;
            var curvature = probabilities.Map(p => p * (1 - p));
            var hessian = inputs.TransposeThisAndMultiply(Matrix<double>.Build.DiagonalOfDiagonalVector(curvature) * inputs) + ridge;
            weights -= hessian.Cholesky().Solve(gradient);
        }
        return weights;
    }

    private double[] Features(DigitImage image) =>
        [.. image.Pixels.Skip(FirstRow * DigitImage.Side).Take(Rows * DigitImage.Side), 1];

    private TwoDigitsRun Run(Matrix<double> inputs, Vector<double> labels, int seed)
    {
        var order = Shuffled(labels.Count, seed);
        var (train, test) = (order[..(order.Length / 2)], order[(order.Length / 2)..]);
        var (trainInputs, trainLabels) = (Rowset(inputs, train), Entries(labels, train));
        var (testInputs, testLabels) = (Rowset(inputs, test), Entries(labels, test));

        var scores = testInputs * TrainLogistic(trainInputs, trainLabels, Penalty);
        var line = testInputs * (trainInputs.TransposeThisAndMultiply(trainInputs) + Ridge(inputs.ColumnCount, Penalty))
            .Cholesky().Solve(trainInputs.TransposeThisAndMultiply(trainLabels));
        return new TwoDigitsRun(seed, [.. scores], [.. scores.Map(Elementary.Logistic)],
            [.. line.Map(value => Math.Clamp(value, 0, 1))], [.. testLabels]);
    }

    // The last column is the constant 1 of the bias, which is hardly penalised: just enough to keep the matrix regular.
    private static Matrix<double> Ridge(int columns, double penalty) =>
        Matrix<double>.Build.Diagonal(columns, columns, i => i < columns - 1 ? penalty : penalty * 1e-6);

    private static Matrix<double> Rowset(Matrix<double> matrix, int[] rows) =>
        Matrix<double>.Build.DenseOfRowVectors(rows.Select(matrix.Row));

    private static Vector<double> Entries(Vector<double> vector, int[] rows) =>
        Vector<double>.Build.Dense([.. rows.Select(row => vector[row])]);

    private static int[] Shuffled(int count, int seed)
    {
        var random = new MersenneTwister(seed);
        var order = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            var other = random.Next(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
        return order;
    }
}
