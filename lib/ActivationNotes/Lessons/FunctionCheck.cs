using System.Globalization;

namespace ActivationNotes.Lessons;

/// <summary>Takes a function that agrees with the expected one at every point of a list, within a relative tolerance.</summary>
/// <param name="expected">The right function.</param>
/// <param name="points">Where the two are compared.</param>
/// <param name="relativeTolerance">Allowed distance as a share of the right value's size; where that is 0, 0 is asked for.</param>
/// <param name="hint">What to look at when the answer is wrong.</param>
internal sealed class FunctionCheck(Func<double, double> expected, IReadOnlyList<double> points, double relativeTolerance, string hint)
    : IAnswerCheck<Func<double, double>>
{
    /// <inheritdoc/>
    public ExerciseKind Kind { get; init; } = ExerciseKind.Compute;

    /// <inheritdoc/>
    public string Expects => "a function from double to double";

    /// <inheritdoc/>
    public string Hint { get; } = hint;

    /// <inheritdoc/>
    public string? ProblemOf(Func<double, double>? answer)
    {
        if (answer is null) return "Not answered yet: give a function that takes a double and returns one.";
        foreach (var x in points)
        {
            double given;
            try
            {
                given = answer(x);
            }
            catch (Exception failure)
            {
                return $"Not yet: at x = {Write(x)} your function throws {failure.GetType().Name}: {failure.Message}";
            }

            var right = expected(x);
            if (given == right || Math.Abs(given - right) <= relativeTolerance * Math.Abs(right)) continue;
            return $"Not yet: at x = {Write(x)} your function gives {Write(given)}, which is not right.";
        }

        return null;
    }

    private static string Write(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
