using System.Diagnostics;

namespace ActivationNotes.Kernel;

/// <summary>Ends a kernel whose client died without saying so: Jupyter names the client's process in JPY_PARENT_PID.</summary>
internal static class ParentWatch
{
    /// <summary>Watches a process in the background.</summary>
    /// <param name="parent">Its id as text; nothing is watched when it is none.</param>
    /// <param name="ended">Called when it has ended.</param>
    public static void Start(string? parent, Action ended)
    {
        if (!int.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id <= 1) return;
        new Thread(() =>
        {
            while (IsAlive(id)) Thread.Sleep(TimeSpan.FromSeconds(1));
            ended();
        })
        {
            Name = "client watch",
            IsBackground = true,
        }.Start();
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
