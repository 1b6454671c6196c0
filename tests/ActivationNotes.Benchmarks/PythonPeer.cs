using System.Diagnostics;
using System.Globalization;

namespace ActivationNotes.Benchmarks;

/// <summary>A Python process that times its own libraries' work when asked, so that its samples and ours take turns.</summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts the script of that name in the folder Peers.</summary>
    public PythonPeer(string script)
    {
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Peers", script)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Libraries = Answer();
    }

    /// <summary>Which libraries, in which versions.</summary>
    public string Libraries { get; }

    /// <summary>Seconds per call of some work.</summary>
    /// <param name="work">What the script calls it.</param>
    /// <param name="calls">How many calls make a sample.</param>
    public double Seconds(string work, int calls)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work} {calls}"));
        _process.StandardInput.Flush();
        return double.Parse(Answer(), CultureInfo.InvariantCulture) / calls;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Answer() => _process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("The Python peer ended. It needs Debian's python3-numpy, libopenblas0-pthread and python3-torch.");
}
