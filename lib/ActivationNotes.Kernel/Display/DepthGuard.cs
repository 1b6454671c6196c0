using System.Runtime.CompilerServices;
using System.Text;

namespace ActivationNotes.Kernel.Display;

/// <summary>
/// Takes the text of a value while it is formatted, and refuses to go on when so little of the stack is left that it would overflow: a lazy sequence of
/// a library may be formatted inside itself without end, and cannot be looked at beforehand without running it twice. Markup is written at
/// the end only, so that sequences of notebooks are checked where they begin (<see cref="Functions.ShowingDepth"/>).
/// </summary>
internal sealed class DepthGuard() : StringWriter(CultureInfo.InvariantCulture)
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        base.Write(value);
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        base.Write(value);
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        base.Write(buffer, index, count);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        base.Write(buffer);
    }
}
