namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 00, which show how exercises work.</summary>
internal static class Lesson00Exercises
{
    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["00-a"] = new NumberCheck(() => Math.Log(9), 0.01, "Solve 1/(1+e^-x) = 0.9 for x, or try values of x in the cell with the figure."),
        ["00-b"] = new ChoiceCheck(() => "tanh", ["sigmoid", "tanh", "softplus"],
            "Compare the slopes at 0, then ask how the slope of softplus grows: it is a function of this lesson."),
        ["00-c"] = new FunctionCheck(x => 1 / (1 + Math.Exp(-x)), [0, 1, -1, 5, -5, 30, -30], 1e-12,
            "Three steps: the exponential of -x, plus one, one divided by that."),
    };
}
