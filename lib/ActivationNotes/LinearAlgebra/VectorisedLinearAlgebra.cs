using System.Reflection;
using System.Runtime.ExceptionServices;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace ActivationNotes.LinearAlgebra;

/// <summary>
/// MathNet's own linear algebra with one change: products of float matrices are computed by <see cref="MatrixProduct"/>. After
/// <see cref="Use"/>, <c>a * b</c> on <c>Matrix&lt;float&gt;</c> is vectorised wherever MathNet is used.
/// </summary>
/// <remarks>
/// MathNet's managed provider is sealed and its interface has some two hundred members. A proxy passes all of them on, and takes the
/// two that matter for itself.
/// </remarks>
public class VectorisedLinearAlgebra : DispatchProxy
{
    private static readonly ManagedLinearAlgebraProvider s_managed = new();

    /// <summary>Creates a provider to hand to MathNet's <c>LinearAlgebraControl</c>.</summary>
    public static ILinearAlgebraProvider Create() => Create<ILinearAlgebraProvider, VectorisedLinearAlgebra>();

    /// <summary>Plugs the provider into MathNet, for the whole process.</summary>
    public static void Use() => LinearAlgebraControl.Provider = Create();

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        if (args is { Length: 7 } && targetMethod.Name == nameof(ILinearAlgebraProvider<float>.MatrixMultiply) && args[0] is float[] x)
        {
            var result = (float[])args[6]!;
            Multiply(false, false, 1, x, (int)args[1]!, (int)args[2]!, (float[])args[3]!, (int)args[4]!, (int)args[5]!, 0, result);
            return null;
        }
        if (args is { Length: 11 } && targetMethod.Name == nameof(ILinearAlgebraProvider<float>.MatrixMultiplyWithUpdate) && args[3] is float[] a)
        {
            Multiply(
                IsTransposed(args[0]), IsTransposed(args[1]), (float)args[2]!, a, (int)args[4]!, (int)args[5]!,
                (float[])args[6]!, (int)args[7]!, (int)args[8]!, (float)args[9]!, (float[])args[10]!);
            return null;
        }
        try
        {
            return targetMethod.Invoke(s_managed, args);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static bool IsTransposed(object? value) => (Transpose)value! is Transpose.Transpose or Transpose.ConjugateTranspose;

    // MathNet allows the result to be one of the factors.
    private static void Multiply(
        bool transposeA, bool transposeB, float alpha, float[] a, int aRows, int aColumns, float[] b, int bRows, int bColumns, float beta, float[] c)
    {
        if (ReferenceEquals(a, c)) a = (float[])a.Clone();
        if (ReferenceEquals(b, c)) b = (float[])b.Clone();
        MatrixProduct.Compute(transposeA, transposeB, alpha, a, aRows, aColumns, b, bRows, bColumns, beta, c);
    }
}
