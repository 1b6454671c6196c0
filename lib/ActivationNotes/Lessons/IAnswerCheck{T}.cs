namespace ActivationNotes.Lessons;

/// <summary>An <see cref="IAnswerCheck"/> for one kind of answer.</summary>
internal interface IAnswerCheck<in T> : IAnswerCheck
{
    /// <summary>What is wrong with an answer, without showing the right one; null when it is right.</summary>
    string? ProblemOf(T answer);
}
