using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course;

/// <summary>What went wrong, said for a person.</summary>
public static class Fault
{
    /// <summary>The message of what was made to be read, a sentence about files, and of the rest what <see cref="Describe"/> says.</summary>
    public static string Said(Exception error) => error switch
    {
        CourseException or NotebookException => error.Message,
        IOException or UnauthorizedAccessException => FileTrouble.Describe(error),
        _ => Describe(error),
    };

    /// <summary>What nobody foresaw, and where. Nobody at a command line can do anything with a stack trace; its top is for whoever mends the tool.</summary>
    public static string Describe(Exception error)
    {
        var place = error.StackTrace?.Split('\n').FirstOrDefault(frame => frame.Contains(nameof(ActivationNotes), StringComparison.Ordinal))?.Trim() ?? "nowhere known";
        return $"The tool itself failed, which it should not: {error.GetType().Name}: {error.Message}\nPlease report it, with the command you gave and this place: {place}";
    }
}
