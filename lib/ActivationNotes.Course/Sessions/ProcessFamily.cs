using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ActivationNotes.Course.Sessions;

/// <summary>
/// All processes that one kernel brought into the world. They inherit its environment, and with it a mark: so they are
/// found even when the kernel died before them, or they left its process tree.
/// </summary>
public sealed partial class ProcessFamily
{
    /// <summary>The variable that carries the mark.</summary>
    public const string Variable = "ACTIVATION_NOTES_KERNEL";

    /// <summary>The mark, different for every kernel.</summary>
    public string Mark { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Sends the interrupt signal to a process; does nothing where there are no signals.</summary>
    public static void Interrupt(int process) => Signal(process, 2);

    /// <summary>Kills whoever is left. Only Linux shows the environment of processes; elsewhere the process tree has to do.</summary>
    public void KillSurvivors()
    {
        if (!OperatingSystem.IsLinux()) return;
        var mark = Encoding.ASCII.GetBytes($"{Variable}={Mark}");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) && Carries(folder, mark)) Signal(process, 9);
        }
    }

    /// <summary>When memory runs out, Linux shall end a kernel, whose death is reported, and not the tool that reports it.</summary>
    public static void SacrificeFirst(int process)
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/oom_score_adj"), "500");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It ended already, or this system keeps that to itself.
        }
    }

    private static bool Carries(string folder, byte[] mark)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is somebody else's.
            return false;
        }
    }

    private static void Signal(int process, int signal)
    {
        if (!OperatingSystem.IsWindows()) _ = SendSignal(process, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);
}
