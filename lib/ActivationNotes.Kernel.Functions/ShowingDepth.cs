using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ActivationNotes.Kernel.Functions;

/// <summary>
/// How deep values lie in one another while they are shown. A sequence that yields itself would be shown inside itself until the stack overflows,
/// which nothing can catch. The kernel puts calls to this class where sequences of compiled cells begin; notebooks have no use for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShowingDepth
{
    // Hundreds of levels, and little enough to get back from: the formatting library catches and throws anew on every level, each time deeper in the stack.
    private const long LargestStack = 192 * 1024;

    [ThreadStatic]
    private static nint t_start;

    /// <summary>Refuses to go deeper when the calling thread shows values, and too many inside one another.</summary>
    /// <exception cref="InsufficientExecutionStackException">It does.</exception>
    public static void Check()
    {
        byte here = 0;
        // Stacks grow downwards.
        if (t_start != 0 && t_start - Address(ref here) > LargestStack) throw new InsufficientExecutionStackException("Values lie too deep in one another to be shown.");
    }

    /// <summary>From now on the calling thread shows values.</summary>
    /// <returns>What <see cref="End"/> takes.</returns>
    internal static nint Begin()
    {
        byte here = 0;
        var before = t_start;
        if (before == 0) t_start = Address(ref here);
        return before;
    }

    /// <summary>From now on the calling thread shows what it showed before.</summary>
    /// <param name="before">What <see cref="Begin"/> gave.</param>
    internal static void End(nint before) => t_start = before;

    private static nint Address(ref byte place) => Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref place);
}
