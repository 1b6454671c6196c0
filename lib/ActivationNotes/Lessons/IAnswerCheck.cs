namespace ActivationNotes.Lessons;

/// <summary>How an exercise tells a right answer from a wrong one.</summary>
internal interface IAnswerCheck
{
    /// <summary>What the exercise asks of the reader.</summary>
    ExerciseKind Kind { get; }

    /// <summary>What kind of answer it takes, for a message: "a number".</summary>
    string Expects { get; }

    /// <summary>What to look at when the answer is wrong; must not give it away.</summary>
    string Hint { get; }
}
