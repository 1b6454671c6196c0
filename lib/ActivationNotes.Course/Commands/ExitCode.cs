namespace ActivationNotes.Course.Commands;

/// <summary>What the commands tell the shell.</summary>
public static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>A notebook failed, or a check found something.</summary>
    public const int Failure = 1;

    /// <summary>The command could not be carried out as given.</summary>
    public const int Usage = 2;

    /// <summary>The tool itself is wrong (EX_SOFTWARE of BSD's sysexits).</summary>
    public const int Fault = 70;

    /// <summary>Somebody stopped it (128 + SIGINT, as shells have it).</summary>
    public const int Cancelled = 130;
}
