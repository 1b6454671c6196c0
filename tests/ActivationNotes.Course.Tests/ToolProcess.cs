using System.Diagnostics;
using System.Globalization;

namespace ActivationNotes.Course.Tests;

/// <summary>The tool as a process of its own, as people and CI start it.</summary>
public sealed class ToolProcess : IDisposable
{
    private readonly Process _process;

    private ToolProcess(Process process)
    {
        _process = process;
        Error = process.StandardError.ReadToEndAsync();
    }

    public static string Assembly { get; } =
        Path.Combine(Workspace.Find(AppContext.BaseDirectory).Root, "lib", "ActivationNotes.Course", "bin", "ActivationNotes.Course.dll");

    public int Id => _process.Id;

    /// <summary>What it prints, to be read line by line or whole.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>All it complains about, once it has ended.</summary>
    public Task<string> Error { get; }

    public static ToolProcess Start(CourseFolder course, params string[] arguments) => StartThrough([], course, arguments);

    /// <summary>Starts it through a program that becomes it: setsid, setpriv, env.</summary>
    public static ToolProcess StartThrough(string[] program, CourseFolder course, params string[] arguments)
    {
        string[] line = [.. program, "dotnet", Assembly, .. arguments];
        return new ToolProcess(Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = course.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<CommandResult> EndAsync()
    {
        var output = await Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(_process.ExitCode, output, await Error);
    }

    /// <summary>Waits until its one kernel is there.</summary>
    /// <returns>The kernel's process.</returns>
    public Task<int> KernelAsync() => WaitForAsync(() => Children() is [var kernel] ? kernel : 0);

    /// <summary>Sends a signal to it alone, or with a minus to its whole group.</summary>
    public Task SignalAsync(string signal, bool group = false) =>
        CommandAsync("kill", $"-{signal}", "--", (group ? "-" : "") + Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Runs a small program.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> CommandAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>Waits until a condition gives something else than 0.</summary>
    public static async Task<int> WaitForAsync(Func<int> condition)
    {
        while (true)
        {
            if (condition() is not 0 and var result) return result;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until a process has ended.</summary>
    public static Task EndOfAsync(int process) => WaitForAsync(() => IsAlive(process) ? 0 : 1);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private int[] Children() => [.. Process.GetProcesses().Select(process => process.Id).Where(id => IsChild(id, Id))];

    private static bool IsChild(int id, int parent)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
