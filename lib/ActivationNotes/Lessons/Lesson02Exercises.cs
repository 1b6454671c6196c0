using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Networks;
using ActivationNotes.Numbers;

namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 02, from powers of a quarter to a network's first layer.</summary>
internal static class Lesson02Exercises
{
    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["02-a"] = new NumberCheck(() => Math.Ceiling(Elementary.Log(1e-6) / Elementary.Log(0.25)), 0.001,
            "Each sigmoid leaves at most a quarter. Which whole power of 1/4 is the first below one millionth?"),
        ["02-b"] = new ChoiceCheck(() => Of75Quarters() switch { 0 => "zero", float.Epsilon => "the smallest float", _ => "larger" }, ["zero", "the smallest float", "larger"],
            "The smallest float above 0 is 2^-149. Each factor is 2^-2. What is half of the smallest float rounded to?"),
        ["02-c"] = new FunctionCheck(Largest, [0.1, 0.5, 1, 1.5, 2, 4, 16, 100], 1e-6,
            "s(wx) has the slope w s'(wx). Where is s' largest, and what is it there?"),
        ["02-d"] = new FunctionCheck(decay => Elementary.Log(1e-3) / Elementary.Log(decay), [0.9, 0.5, 0.25, 0.23, 0.1], 1e-9,
            "After n layers the factor is the n-th power of the decay. Solve for n with logarithms."),
        ["02-e"] = new NumberCheck(LayersThatLoseAllButAHundredth, 0.001,
            "Take the mean of FirstToLast over the three seeds at every depth. At which depth is it below 0.01 for the first time?")
        { Kind = ExerciseKind.Code },
    };

    private static double Largest(double weight) => weight * 0.25;

    private static float Of75Quarters() => Enumerable.Repeat(0.25f, 75).Aggregate(1f, (product, quarter) => product * quarter);

    private static double LayersThatLoseAllButAHundredth()
    {
        int[] depths = [.. Enumerable.Range(1, 20)];
        var shares = new DepthSweepExperiment().Run(DigitSplit.Of(Digits.Load()), ["softplus"], [Initialisation.Glorot], depths, [1, 2, 3])
            .FirstToLast("softplus", Initialisation.Glorot.Name);
        return depths.First(depth => shares.Average(seed => seed[depth - 1]) < 0.01);
    }
}
