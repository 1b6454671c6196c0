namespace ActivationNotes.Lessons;

/// <summary>What an exercise asks of the reader. Every lesson has at least one to predict and one to code.</summary>
public enum ExerciseKind
{
    /// <summary>Choose what will happen, or what belongs somewhere, before running anything.</summary>
    Predict,

    /// <summary>Find a number or a formula, by hand or with a few lines of arithmetic.</summary>
    Compute,

    /// <summary>Write code against the helper library.</summary>
    Code,
}
