namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 05, from the arithmetic of a gate to choosing its bias.</summary>
internal static class Lesson05Exercises
{
    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["05-a"] = new NumberCheck(() => Math.Log(0.5) / Math.Log(0.99), 0.01,
            "Every step leaves the share 1 - z of what was held. Which power of it is one half?"),
        ["05-b"] = new ChoiceCheck(() => Compare(Math.Exp(1.7) / (Math.Exp(1.7) + Math.Exp(0.0)), 1 / (1 + Math.Exp(-1.7))), ["smaller", "equal", "larger"],
            "Write down the first output of the softmax of (z, 0) and divide above and below by e^z."),
        ["05-c"] = new FunctionCheck(steps => -Math.Log(steps - 1), [1.5, 3, 10, 100, 1e4, 1e8], 1e-9,
            "On average the gate must open once in T steps, so z = 1/T. Which score has the sigmoid 1/T?"),
        ["05-d"] = new ChoiceCheck(() => "sigmoid", ["softmax", "sigmoid", "relu"],
            "Add up the right answers of one photograph. Which outputs are able to do that, and which of them are probabilities?"),
    };

    private static string Compare(double softmax, double sigmoid) =>
        Math.Abs(softmax - sigmoid) < 1e-12 ? "equal" : softmax < sigmoid ? "smaller" : "larger";
}
