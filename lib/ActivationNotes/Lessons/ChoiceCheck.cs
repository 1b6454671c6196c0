namespace ActivationNotes.Lessons;

/// <summary>Takes one word out of those an exercise offers.</summary>
/// <param name="right">Which of them is right, computed when it is asked for.</param>
/// <param name="choices">What is offered.</param>
/// <param name="hint">What to look at when the answer is wrong.</param>
internal sealed class ChoiceCheck(Func<string> right, IReadOnlyList<string> choices, string hint) : IAnswerCheck<string>
{
    /// <inheritdoc/>
    public ExerciseKind Kind { get; init; } = ExerciseKind.Predict;

    /// <inheritdoc/>
    public string Expects => "one of the words " + string.Join(", ", Choices.Select(choice => $"\"{choice}\""));

    /// <summary>What is offered.</summary>
    public IReadOnlyList<string> Choices { get; } = choices;

    /// <inheritdoc/>
    public string Hint { get; } = hint;

    /// <inheritdoc/>
    public string? ProblemOf(string answer)
    {
        if (string.IsNullOrWhiteSpace(answer)) return $"Not answered yet: choose {Expects}.";
        if (!Choices.Contains(answer.Trim(), StringComparer.OrdinalIgnoreCase)) return $"\"{answer}\" is not offered: choose {Expects}.";
        return string.Equals(answer.Trim(), right(), StringComparison.OrdinalIgnoreCase) ? null : "Not yet: that is not the right one.";
    }
}
