using ActivationNotes.Activations;
using ActivationNotes.Experiments;
using ActivationNotes.Numbers;

namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 01, from reading a formula to writing one that keeps its digits.</summary>
internal static class Lesson01Exercises
{
    private static readonly IActivation s_tanh = Activation.Named("tanh");

    // Both signs, the middle, and tails in which s(1-s) has lost every digit.
    private static readonly double[] s_points = [0, 0.5, -0.5, 3, -3, 12, -12, 30, -30, 40, -40, 700, -700];

    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["01-a"] = new NumberCheck(() => Slope(2), 0.005, "Compute s(2) first, then use s' = s(1-s)."),
        ["01-b"] = new ChoiceCheck(() => (float)Elementary.Exp(-18) + 1f == 1f ? "exactly one" : "below one", ["below one", "exactly one", "above one"],
            "How far from 1 is the next smaller float, and how large is e^-18 beside that?"),
        ["01-c"] = new FunctionCheck(p => Elementary.Log(p) - Elementary.Log(1 - p), [0.5, 0.1, 0.9, 1e-9, 1e-300, 0.999999], 1e-9,
            "Which function turns a probability into a number from minus to plus infinity? Solve p = 1/(1+e^-z) for z."),
        ["01-d"] = new FunctionCheck(Slope, s_points, 1e-12,
            "Near the ends 1 - s(x) is a difference of nearly equal numbers. The slope is the same at x and -x: write it with e^-|x| alone."),
        ["01-e"] = new NumberCheck(() => Bisection.FirstDouble(x => s_tanh.Value(x) == 1, 1, 1000), 0.001,
            "Where is the sigmoid exactly 1? tanh(x) is 2 s(2x) - 1. Is the number you give the smallest x, or just some x, where it holds?")
        { Kind = ExerciseKind.Code },
    };

    private static double Slope(double x)
    {
        var decay = Elementary.Exp(-Math.Abs(x));
        return decay / ((1 + decay) * (1 + decay));
    }
}
