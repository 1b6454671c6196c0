namespace ActivationNotes.Lessons;

/// <summary>Takes a number within a relative tolerance of the expected one.</summary>
/// <param name="expected">Computes the answer, when it is asked for.</param>
/// <param name="relativeTolerance">Allowed distance as a share of the answer's size; of 1 where the answer is 0.</param>
/// <param name="hint">What to look at when the answer is wrong.</param>
internal sealed class NumberCheck(Func<double> expected, double relativeTolerance, string hint) : IAnswerCheck<double>
{
    /// <inheritdoc/>
    public ExerciseKind Kind { get; init; } = ExerciseKind.Compute;

    /// <inheritdoc/>
    public string Expects => "a number";

    /// <inheritdoc/>
    public string Hint { get; } = hint;

    /// <inheritdoc/>
    public string? ProblemOf(double answer)
    {
        if (double.IsNaN(answer)) return "Not answered yet: put your number in place of double.NaN.";
        var right = expected();
        if (double.IsInfinity(answer) && answer != right) return "Not yet: the answer is a finite number.";
        var allowed = relativeTolerance * (right == 0 ? 1 : Math.Abs(right));
        if (answer == right || Math.Abs(answer - right) <= allowed) return null;
        if (right != 0 && Math.Abs(answer + right) <= allowed) return "Not yet: the size is right, the sign is not.";
        return answer > right ? "Not yet: your number is too large." : "Not yet: your number is too small.";
    }
}
