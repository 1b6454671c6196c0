using System.Text;

namespace ActivationNotes.Kernel.Execution;

/// <summary>What Console.Out or Console.Error is inside the kernel: a stream of the cell that writes.</summary>
/// <param name="outputs">Where text goes.</param>
/// <param name="name">"stdout" or "stderr".</param>
internal sealed class CellConsoleWriter(CellOutputs outputs, string name) : TextWriter(CultureInfo.InvariantCulture)
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => outputs.Stream(Cell.Current, name, [value]);

    /// <inheritdoc/>
    public override void Write(string? value) => outputs.Stream(Cell.Current, name, value);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => outputs.Stream(Cell.Current, name, buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => outputs.Stream(Cell.Current, name, buffer);

    /// <inheritdoc/>
    public override void WriteLine() => Write("\n");

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, "\n"));

    /// <inheritdoc/>
    public override void Flush() => outputs.Flush();
}
