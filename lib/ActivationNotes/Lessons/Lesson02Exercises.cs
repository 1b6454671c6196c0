namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 02, from powers of a quarter to a network's first layer.</summary>
internal static class Lesson02Exercises
{
    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["02-a"] = new NumberCheck(() => Math.Ceiling(Math.Log(1e-6) / Math.Log(0.25)), 0.001,
            "Each sigmoid leaves at most a quarter. Which whole power of 1/4 is the first below one millionth?"),
        ["02-b"] = new ChoiceCheck(() => MathF.ScaleB(1, -150) == 0 ? "zero" : "above zero", ["zero", "above zero"],
            "The smallest float above 0 is 2^-149. Each factor is 2^-2. What is half of the smallest float rounded to?"),
        ["02-c"] = new FunctionCheck(Largest, [1.5, 2, 3, 4, 8, 16, 100], 1e-6,
            "s(wx) has the slope w s'(wx). Where is s' largest, and what is it there?"),
        ["02-d"] = new FunctionCheck(decay => Math.Log(1e-3) / Math.Log(decay), [0.9, 0.5, 0.25, 0.23, 0.1], 1e-9,
            "After n layers the factor is the n-th power of the decay. Solve for n with logarithms."),
    };

    private static double Largest(double weight) => weight * 0.25;
}
