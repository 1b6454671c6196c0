namespace ActivationNotes.Course.Execution;

/// <summary>A notebook to run.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Shown">What messages call the file.</param>
public sealed record NotebookJob(string Path, string Shown)
{
    /// <summary>The file's name without folder and ending, which the executed copy gets.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
