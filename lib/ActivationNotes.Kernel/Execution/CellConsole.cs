using System.Diagnostics.CodeAnalysis;

namespace ActivationNotes.Kernel.Execution;

/// <summary>The console as cells know it: what they write goes to their outputs, what they read is asked of the client.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The console keeps them to the end.")]
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The console keeps them to the end.")]
internal sealed class CellConsole
{
    private readonly TextWriter _out;
    private readonly TextWriter _error;
    private readonly TextReader _in;

    /// <summary>A console; the process keeps its own until <see cref="Attach"/>.</summary>
    /// <param name="outputs">Where text goes.</param>
    /// <param name="ask">Asks a question with a prompt, waits for the answer.</param>
    public CellConsole(CellOutputs outputs, Func<string, string> ask)
    {
        // Synchronised here, or Console would wrap them anew each time they are set.
        _out = TextWriter.Synchronized(new CellConsoleWriter(outputs, "stdout"));
        _error = TextWriter.Synchronized(new CellConsoleWriter(outputs, "stderr"));
        _in = new CellConsoleReader(ask);
    }

    /// <summary>Makes it the console of the process, whatever a cell has made of that.</summary>
    public void Attach()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        Console.SetIn(_in);
    }
}
