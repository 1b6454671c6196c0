namespace ActivationNotes.Course.Notebooks;

/// <summary>Says why a file could not be read or written, without the errno and the temporary names of the framework's messages.</summary>
public static class FileTrouble
{
    // The numbers of POSIX and Windows for a full disk and for a reader's share of it being used up.
    private const int NoSpaceOnPosix = 28;
    private const int OverQuotaOnLinux = 122;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private const int ReadOnlyOnPosix = 30;

    /// <summary>The reason, as a sentence.</summary>
    public static string Describe(Exception error) => error switch
    {
        IOException { HResult: NoSpaceOnPosix or OverQuotaOnLinux or NoSpaceOnWindows } => "The disk is full: make room.",
        IOException { HResult: ReadOnlyOnPosix } => "The disk can only be read.",
        UnauthorizedAccessException { InnerException: IOException { HResult: ReadOnlyOnPosix } } => "The disk can only be read.",
        UnauthorizedAccessException => "You may not write there: change the permissions, or work in a copy of your own.",
        _ => error.Message.EndsWith('.') ? error.Message : error.Message + ".",
    };
}
