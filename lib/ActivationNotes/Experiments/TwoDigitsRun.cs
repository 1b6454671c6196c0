namespace ActivationNotes.Experiments;

/// <summary>One split into training and test images, and what the two models say about the test images.</summary>
/// <param name="Seed">Seed of the split.</param>
/// <param name="Scores">Linear score w x + b of each test image.</param>
/// <param name="Probabilities">s(score): the probability of the second digit.</param>
/// <param name="ClippedLine">What a straight line fitted by least squares says instead, cut off at 0 and 1.</param>
/// <param name="Labels">1 for the second digit, 0 for the first.</param>
public sealed record TwoDigitsRun(int Seed, double[] Scores, double[] Probabilities, double[] ClippedLine, double[] Labels)
{
    /// <summary>Share of the test images on the right side of one half.</summary>
    public double Accuracy => Labels.Zip(Probabilities, (label, p) => p > 0.5 == label > 0.5 ? 1.0 : 0.0).Average();

    /// <summary>Mean squared distance between probability and label (Brier score): 0 is perfect, 0.25 is what 1/2 always gets.</summary>
    public double BrierScore => Brier(Probabilities);

    /// <summary>The Brier score of the clipped line.</summary>
    public double BrierScoreOfLine => Brier(ClippedLine);

    private double Brier(double[] predictions) => Labels.Zip(predictions, (label, p) => (p - label) * (p - label)).Average();
}
