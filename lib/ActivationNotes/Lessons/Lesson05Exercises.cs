using ActivationNotes.Experiments;
using ActivationNotes.Numbers;

namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 05, from what an output should be to how long a cell remembers.</summary>
internal static class Lesson05Exercises
{
    private const int Step = 5;
    private static readonly int[] s_seeds = [.. Enumerable.Range(1, 10)];
    private static readonly Lazy<int> s_shortestGap = new(ShortestGap);

    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["05-a"] = new ChoiceCheck(() => Compare(Elementary.Exp(1.7) / (Elementary.Exp(1.7) + Elementary.Exp(0.0)), 1 / (1 + Elementary.Exp(-1.7))), ["smaller", "equal", "larger"],
            "Write down the first output of the softmax of (z, 0) and divide above and below by e^z."),
        ["05-b"] = new ChoiceCheck(() => "sigmoid", ["softmax", "sigmoid", "relu"],
            "Add up the right answers of one photograph. Which outputs are able to do that, and which of them are probabilities?"),
        ["05-c"] = new NumberCheck(() => Elementary.Log(0.5) / Elementary.Log(0.99), 0.01,
            "Every step leaves the share 1 - z of what was held. Which power of it is one half?"),
        ["05-d"] = new FunctionCheck(steps => -Elementary.Log(steps - 1), [1.5, 3, 10, 100, 1e4, 1e8], 1e-9,
            "On average the gate must open once in T steps, so z = 1/T. Which score has the sigmoid 1/T?"),
        ["05-e"] = new NumberCheck(() => s_shortestGap.Value, 0.001,
            "Run the experiment at one gap after the other and stop at the first with five or fewer in Remembering. Are the seeds 1 to 10, and everything else as it is by default?")
        { Kind = ExerciseKind.Code },
    };

    private static string Compare(double softmax, double sigmoid) =>
        Math.Abs(softmax - sigmoid) < 1e-12 ? "equal" : softmax < sigmoid ? "smaller" : "larger";

    private static int ShortestGap()
    {
        var gap = Step;
        while (new GatedMemoryExperiment(Gate: null, gap).Run(s_seeds).Remembering > s_seeds.Length / 2) gap += Step;
        return gap;
    }
}
