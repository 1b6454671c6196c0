using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Progress;

/// <summary>Told what happens while notebooks run; called from several threads.</summary>
public interface IRunProgress
{
    /// <summary>A notebook begins.</summary>
    void Started(NotebookJob job, Notebook notebook);

    /// <summary>A notebook comes to a code cell.</summary>
    void Reached(NotebookJob job, int cell);

    /// <summary>A notebook has ended, well or not, or did not have to run.</summary>
    void Ended(JobResult result);
}
