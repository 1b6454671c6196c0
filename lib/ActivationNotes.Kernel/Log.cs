namespace ActivationNotes.Kernel;

/// <summary>Takes what an administrator may want to know, for as long as there is a place to write it to.</summary>
/// <param name="writer">The place: most often the error stream of the process, which may lead to a full disk or to nobody.</param>
internal sealed class Log(TextWriter writer)
{
    /// <summary>Writes a line; one that cannot be written is lost, and nothing else is.</summary>
    public void Write(string line)
    {
        try
        {
            writer.WriteLine(line);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // A kernel that cannot tell still serves.
        }
    }
}
