using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Kernels;

/// <summary>
/// exp and what the sigmoid makes of it, for whole spans: the fastest the course has. The widest registers of the machine are used
/// (512, 256 or 128 bits), floats in registers full of floats; the results are the same bits on all machines.
/// <see cref="Exponential"/> derives the exponential, on which all four rest.
/// <para>
/// All methods: NaN gives NaN, infinities give limits, a result below the normal range is subnormal or 0, one above it is infinite.
/// x and y must be equally long; y may be x itself, but must not overlap it otherwise (<see cref="ArgumentException"/>).
/// Largest errors: docs/accuracy.md, over all 2^32 floats and over samples of doubles.
/// </para>
/// </summary>
public static class VectorMath
{
    /// <summary>
    /// Whether this machine, as the runtime is set up, has vector registers that multiply and add in one step. Without them the
    /// results are the same, but the sigmoid of floats, which imitates that step, takes seventy times as long.
    /// </summary>
    public static bool IsVectorised => ElementWise.HasFusedRegisters;

    /// <summary>e^x; at most 1 ULP.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">Receives the results.</param>
    public static void Exp(ReadOnlySpan<float> x, Span<float> y) => ElementWise.Real(default(ExpOperation), x, y);

    /// <inheritdoc cref="Exp(ReadOnlySpan{float}, Span{float})"/>
    public static void Exp(ReadOnlySpan<double> x, Span<double> y) => ElementWise.Real(default(ExpOperation), x, y);

    /// <summary>s(x) = 1 / (1 + e^-x); at most 2 ULP; exactly 1 where 1 is the nearest number.</summary>
    /// <inheritdoc cref="Exp(ReadOnlySpan{float}, Span{float})" path="/param"/>
    public static void Sigmoid(ReadOnlySpan<float> x, Span<float> y) => ElementWise.FusedSigmoid(x, y);

    /// <inheritdoc cref="Sigmoid(ReadOnlySpan{float}, Span{float})"/>
    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> y) => ElementWise.Real(default(ValueOf<Sigmoid>), x, y);

    /// <summary>s'(x) = e^-|x| / (1 + e^-|x|)², accurate also where s(x) is 1; at most 3 ULP.</summary>
    /// <inheritdoc cref="Exp(ReadOnlySpan{float}, Span{float})" path="/param"/>
    public static void SigmoidDerivative(ReadOnlySpan<float> x, Span<float> y) => ElementWise.Real(default(DerivativeOf<Sigmoid>), x, y);

    /// <inheritdoc cref="SigmoidDerivative(ReadOnlySpan{float}, Span{float})"/>
    public static void SigmoidDerivative(ReadOnlySpan<double> x, Span<double> y) => ElementWise.Real(default(DerivativeOf<Sigmoid>), x, y);

    /// <summary>tanh x = (e^2x − 1) / (e^2x + 1), without cancellation near zero; at most 3 ULP; zero keeps its sign.</summary>
    /// <inheritdoc cref="Exp(ReadOnlySpan{float}, Span{float})" path="/param"/>
    public static void Tanh(ReadOnlySpan<float> x, Span<float> y) => ElementWise.Real(default(ValueOf<Tanh>), x, y);

    /// <inheritdoc cref="Tanh(ReadOnlySpan{float}, Span{float})"/>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> y) => ElementWise.Real(default(ValueOf<Tanh>), x, y);
}
