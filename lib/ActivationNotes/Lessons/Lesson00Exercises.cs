using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 00, which show how exercises work.</summary>
internal static class Lesson00Exercises
{
    private static readonly string[] s_curves = ["sigmoid", "tanh", "softplus"];
    private static readonly double[] s_places = [.. Enumerable.Range(-800, 1601).Select(i => i / 100.0)];
    private static readonly IActivation s_sigmoid = Activation.Named("sigmoid");
    private static readonly IActivation s_tanh = Activation.Named("tanh");

    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["00-a"] = new NumberCheck(() => Elementary.Log(9), 0.01, "Solve 1/(1+e^-x) = 0.9 for x, or try values of x in the cell with the figure."),
        ["00-b"] = new ChoiceCheck(() => s_curves.MaxBy(name => s_places.Max(x => Activation.Named(name).Derivative(x)))!, s_curves,
            "Compare the slopes at 0, then ask how the slope of softplus grows: it is a function of this lesson."),
        ["00-c"] = new FunctionCheck(x => s_tanh.Derivative(x) / s_sigmoid.Derivative(x), [0, 0.5, -0.5, 2, -2, 8, -8], 1e-9,
            "Take the derivative of both at the same x, and divide that of tanh by that of the sigmoid.")
        { Kind = ExerciseKind.Code },
    };
}
