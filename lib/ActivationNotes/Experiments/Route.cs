using System.Numerics.Tensors;
using ActivationNotes.Kernels;
using ActivationNotes.Timing;

namespace ActivationNotes.Experiments;

/// <summary>One way to compute something for every element of an array.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Map">What it does.</param>
/// <param name="IsSigmoid">Whether it computes the sigmoid, so that its error can be asked for.</param>
public sealed record Route(string Name, FloatMap Map, bool IsSigmoid = true)
{
    /// <summary>What any function of one input costs at least: read, write, and next to nothing in between.</summary>
    public static IReadOnlyList<Route> Floor { get; } =
    [
        new("copy", (x, y) => x.CopyTo(y), IsSigmoid: false),
        new("add, vector", (x, y) => TensorPrimitives.Add(x, 1f, y), IsSigmoid: false),
        new("max, vector", (x, y) => TensorPrimitives.Max(x, 0f, y), IsSigmoid: false),
    ];

    /// <summary>One element after the other, without the sigmoid around the exponential.</summary>
    public static IReadOnlyList<Route> Scalar { get; } =
    [
        new("add, scalar loop", ScalarLoops.Add, IsSigmoid: false),
        new("max, scalar loop", ScalarLoops.Max, IsSigmoid: false),
        new("exp, scalar loop", ScalarLoops.Exp, IsSigmoid: false),
    ];

    /// <summary>The sigmoid, from the slowest way to the fastest.</summary>
    public static IReadOnlyList<Route> Sigmoid { get; } =
    [
        new("Math.Exp, scalar loop", ScalarLoops.SigmoidInDouble),
        new("MathF.Exp, scalar loop", ScalarLoops.SigmoidInFloat),
        new("TensorPrimitives, step by step", SigmoidStepByStep),
#pragma warning disable RS0030 // How fast and how accurate the framework is, is the subject of lesson 04.
        new("TensorPrimitives.Sigmoid", (x, y) => TensorPrimitives.Sigmoid(x, y)),
#pragma warning restore RS0030
        new("our VectorMath.Sigmoid", VectorMath.Sigmoid),
    ];

    /// <summary>The route as a kernel to be timed.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">Receives the results.</param>
    public TimedKernel On(float[] x, float[] y) => TimedKernel.Map(Name, Map, x, y);

    // Four passes over memory, with results of the first three read back from it.
    private static void SigmoidStepByStep(ReadOnlySpan<float> x, Span<float> y)
    {
        TensorPrimitives.Negate(x, y);
#pragma warning disable RS0030 // The subject of lesson 04, as above.
        TensorPrimitives.Exp<float>(y, y);
#pragma warning restore RS0030
        TensorPrimitives.Add(y, 1f, y);
        TensorPrimitives.Divide(1f, y, y);
    }
}
