namespace ActivationNotes.Kernel.Execution;

/// <summary>What Console.In is inside the kernel: each line is asked of the client whose cell reads.</summary>
/// <param name="ask">Asks a question with a prompt, waits for the answer.</param>
internal sealed class CellConsoleReader(Func<string, string> ask) : TextReader
{
    private string _line = "";
    private int _position;

    /// <inheritdoc/>
    public override int Peek() => _position < _line.Length ? _line[_position] : -1;

    /// <inheritdoc/>
    public override int Read()
    {
        if (_position >= _line.Length)
        {
            _line = ask("") + "\n";
            _position = 0;
        }

        return _line[_position++];
    }

    /// <inheritdoc/>
    public override string ReadLine()
    {
        if (_position >= _line.Length) return ask("");
        var rest = _line[_position..].TrimEnd('\n');
        _position = _line.Length;
        return rest;
    }

    /// <inheritdoc/>
    public override string ReadToEnd() => ReadLine();
}
