using ActivationNotes.Data;
using ActivationNotes.Numbers;
using ActivationNotes.Timing;

namespace ActivationNotes.Lessons;

/// <summary>The exercises of lesson 04, from a roofline by hand to an exponential of one's own.</summary>
internal static class Lesson04Exercises
{
    // Both ends of the range, the middle, and the places where the whole number of halvings changes.
    private static readonly double[] s_points = [0, 1, -1, 0.3465, 0.3467, -0.3467, 10, -10, 100.5, -100.5, 700, -700];

    /// <summary>Id and check of each.</summary>
    public static IReadOnlyDictionary<string, IAnswerCheck> Checks { get; } = new Dictionary<string, IAnswerCheck>(StringComparer.Ordinal)
    {
        ["04-a"] = new NumberCheck(() => 1e12 * 8 / A100.MemoryBandwidth, 0.01, "Four bytes are read, four are written. Divide by the bandwidth; a picosecond is 10^-12 seconds."),
        ["04-b"] = new ChoiceCheck(() => FasterInHalf() > 1.9 ? "twice as fast" : "as fast as before", ["as fast as before", "twice as fast", "four times as fast"],
            "Which of the two limits holds the sigmoid of a GPU, memory or special functions? Does it still hold it when there are half as many bytes?"),
        ["04-c"] = new NumberCheck(() => 2 * (1 - 0.05 + 0.05 / 10), 0.005, "Only the sigmoid's share gets faster. What is left of it, and what was there besides?"),
        ["04-d"] = new NumberCheck(() => 1 - 1 / (1 + Elementary.Exp(-2)), 1e-4,
            "SigmoidErrors.Of takes a function of two spans, as in Route: it reads x[i] and writes y[i]. Absolute is the largest distance; is your line cut off at both ends?")
        { Kind = ExerciseKind.Code },
        ["04-e"] = new FunctionCheck(Elementary.Exp, s_points, 1e-10,
            "n = Math.Round(x / ln 2), r = x - n ln 2, then the series 1 + r + r²/2 + r³/6 + ... and Math.ScaleB(sum, n). Is r small? Are there enough terms?"),
    };

    private static Accelerator A100 => Accelerators.All.First(chip => chip.Chip.Contains("40GB", StringComparison.Ordinal));

    private static double FasterInHalf() => Nanoseconds(4) / Nanoseconds(2);

    private static double Nanoseconds(int bytes) => Roofline.Of(A100) is var chip ? ElementWork.Sigmoid(bytes).LeastNanoseconds(chip, chip.Levels[0]) : 0;
}
