using System.Runtime.CompilerServices;
using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>One loop, max(x, 0) over arrays, as an optimising compiler leaves it and as a debugger likes it.</summary>
/// <param name="X">The inputs.</param>
/// <param name="Y">Receives the results; as long as <paramref name="X"/>.</param>
public sealed record DebugTrap(float[] X, float[] Y)
{
    /// <summary>Name of the loop that is optimised.</summary>
    public const string Optimised = "library loop, optimised";

    /// <summary>Name of the loop that is not.</summary>
    public const string Unoptimised = "library loop, not optimised";

    /// <summary>The two loops.</summary>
    public IReadOnlyList<TimedKernel> Kernels => [TimedKernel.Of(Optimised, X.Length, OptimisedLoop), TimedKernel.Of(Unoptimised, X.Length, UnoptimisedLoop)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OptimisedLoop()
    {
        float[] x = X, y = Y;
        for (var i = 0; i < x.Length; i++) y[i] = Math.Max(x[i], 0);
    }

    // The same text. Compiled as in Debug, no value stays in a register from one line to the next, and Math.Max is called.
    [MethodImpl(MethodImplOptions.NoOptimization)]
    private void UnoptimisedLoop()
    {
        float[] x = X, y = Y;
        for (var i = 0; i < x.Length; i++) y[i] = Math.Max(x[i], 0);
    }
}
