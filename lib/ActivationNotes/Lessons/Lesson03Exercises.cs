using ActivationNotes.Diagnostics;
using ActivationNotes.Experiments;
using ActivationNotes.Numbers;

namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 03, from a sign by hand to the curvature that a mean makes.</summary>
internal static class Lesson03Exercises
{
    /// <summary>Inputs of the neuron in exercise 03-d.</summary>
    public const int Inputs = 10;

    // Loss of the example in exercise 03-a.
    private const double Loss = 2.3;

    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["03-a"] = new ChoiceCheck(RightClass, ["positive", "negative", "mixed"],
            "The sign of the loss does not decide. What is p - y at the neuron of the right class?"),
        ["03-b"] = new NumberCheck(() => GradientSigns.BestCosine([2, -1, 2, -4]), 0.005,
            "Split the direction into its positive and its negative components. Which part is longer, and how long is the whole?"),
        ["03-c"] = new FunctionCheck(InThePlane, [0, 10, 45, 90, 100, 135, 170, 180, 200, 269, 290, 315, 350, -45, -100], 1e-9,
            "In two of the four quadrants a step can point straight at the optimum. In the others it can at best go along the nearer axis."),
        ["03-d"] = new FunctionCheck(mean => 1 + Inputs * mean * mean, [0, 0.1, 0.5, 1, -1, 3, 20], 1e-9,
            "The Hessian is the covariance plus m m^T. Along the direction (1, ..., 1) what does m m^T add, and what does it add elsewhere?"),
        ["03-e"] = new FunctionCheck(Steps, [0, -0.1, -0.25, -0.5, -0.6], 1e-9,
            "Give the experiment the angle -45 and the shift, follow Descent.Gradient at the safe rate of that experiment for the seeds 1 to 100, and take MedianSteps of a TrajectorySet.")
        { Kind = ExerciseKind.Code },
    };

    // Of a loss -ln p at the right class, whose upstream gradient p - 1 times a positive input gives every weight's.
    private static string RightClass() => Math.Sign(Elementary.Exp(-Loss) - 1) < 0 ? "negative" : "positive";

    private static double Steps(double shift)
    {
        var neuron = new TwoWeightExperiment(Angle: -45, shift);
        return new TrajectorySet("", shift, [.. Enumerable.Range(1, 100).Select(seed => neuron.Run(Descent.Gradient, neuron.SafeRate, seed))]).MedianSteps;
    }

    private static double InThePlane(double degrees)
    {
        var (sine, cosine) = Elementary.SinCosOfDegrees(degrees);
        return GradientSigns.BestCosine([cosine, sine]);
    }
}
