using System.Diagnostics;
using System.Reflection;

namespace ActivationNotes.Timing;

/// <summary>
/// A piece of work to be timed: a name, what it does, and how many elements one call works on. What it computes is kept
/// where the compiler cannot see that nobody reads it, so it cannot be left out.
/// </summary>
public sealed class TimedKernel
{
    // Vector functions treat long arrays in a way of their own (TensorPrimitives from 256 KiB on). A runtime that has watched short ones only
    // takes that way for one that is never gone, and compiles it badly.
    private const int WarmUpElements = 1 << 17;

    // Written by every kernel that returns a number: a static field that others could read is never dead.
    private static double s_sink;

    private readonly MethodInfo[] _methods;

    private TimedKernel(string name, int elements, Action run, Action warmUp, params ReadOnlySpan<Delegate> work)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(elements, 1);
        _methods = new MethodInfo[work.Length];
        for (var i = 0; i < work.Length; i++) _methods[i] = work[i].Method;
        (Name, Elements, Run, WarmUp) = (name, elements, run, warmUp);
    }

    /// <summary>What tables and figures call it.</summary>
    public string Name { get; }

    /// <summary>How many elements one call works on.</summary>
    public int Elements { get; }

    /// <summary>Does the work once.</summary>
    internal Action Run { get; }

    /// <summary>Does enough of the work for the compiler to see which code is hot.</summary>
    internal Action WarmUp { get; }

    /// <summary>A function applied from one array to another. Method groups of a library are best: no code of a cell is on the way.</summary>
    /// <param name="name">What tables and figures call it.</param>
    /// <param name="map">The function.</param>
    /// <param name="x">The inputs.</param>
    /// <param name="y">Receives the results; as long as <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    /// <example><code>TimedKernel.Map("ReLU", Activation.Named("relu").Values, x, y)</code></example>
    public static TimedKernel Map(string name, FloatMap map, float[] x, float[] y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"Kernel '{name}' reads {x.Length} elements and writes {y.Length}: give arrays of one length.", nameof(y));
        var part = Math.Min(WarmUpElements, x.Length);
        return new(name, x.Length, () => map(x, y), () => map(x.AsSpan(0, part), y.AsSpan(0, part)), map);
    }

    /// <summary>Work that leaves its results in memory that outlives it, such as an array.</summary>
    /// <param name="name">What tables and figures call it.</param>
    /// <param name="elements">How many elements one call works on.</param>
    /// <param name="work">The work.</param>
    public static TimedKernel Of(string name, int elements, Action work) => new(name, elements, work, work, work);

    /// <summary>Work whose result is a number; the number is kept, so the work cannot be left out.</summary>
    /// <inheritdoc cref="Of(string, int, Action)"/>
    public static TimedKernel Of(string name, int elements, Func<double> work)
    {
        return new(name, elements, Keep, Keep, work);

        void Keep() => Volatile.Write(ref s_sink, work());
    }

    /// <summary>The first method of the work that was compiled without optimisation, or null.</summary>
    internal MethodInfo? Unoptimised => Array.Find(_methods, method =>
        method.Module.Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
        || method.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoOptimization));
}
