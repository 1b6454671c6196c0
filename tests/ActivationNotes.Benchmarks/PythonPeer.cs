using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ActivationNotes.Benchmarks;

/// <summary>A Python process that times its own libraries' work when asked, so that its samples and ours take turns.</summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process? _process;

    /// <summary>Starts the script of that name in the folder Peers.</summary>
    public PythonPeer(string script)
    {
        try
        {
            _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Peers", script)])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
            Libraries = Answer(_process);
        }
        catch (Win32Exception)
        {
            Libraries = "Python not installed";
        }
    }

    /// <summary>Which libraries, in which versions.</summary>
    public string Libraries { get; }

    /// <summary>Seconds per call of some work; not a number when a library is missing.</summary>
    /// <param name="work">What the script calls it.</param>
    /// <param name="calls">How many calls make a sample.</param>
    public double Seconds(string work, int calls)
    {
        if (_process is null) return double.NaN;
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work} {calls}"));
        _process.StandardInput.Flush();
        return double.Parse(Answer(_process), CultureInfo.InvariantCulture) / calls;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Answer(Process process) => process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("The Python peer ended without an answer; what it wrote above says why.");
}
