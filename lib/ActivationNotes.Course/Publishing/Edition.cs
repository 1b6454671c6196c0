using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Publishing;

/// <summary>The course for one kind of reader.</summary>
/// <param name="Name">"student" or "teacher".</param>
/// <param name="Contents">What its notebooks hold, as a sentence.</param>
/// <param name="Notebooks">The notebooks in order.</param>
public sealed record Edition(string Name, string Contents, IReadOnlyList<Notebook> Notebooks)
{
    /// <summary>The students' edition of the lessons as they are in the repository.</summary>
    public static Edition Student(IEnumerable<Notebook> lessons) =>
        new("student", "The lessons, not run yet. Exercises have a task, a stub to complete and a hint; no solutions.", [.. lessons.Select(StudentNotebook.Of)]);

    /// <summary>The teachers' edition of executed lessons.</summary>
    public static Edition Teacher(IEnumerable<Notebook> executed) =>
        new("teacher", "The lessons with all their outputs. Exercises have a task, a stub, a hint and a solution that was checked.", [.. executed]);
}
