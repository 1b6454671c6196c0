namespace ActivationNotes.Numbers;

/// <summary>
/// A number for formulas that need an exponential, a logarithm or the normal distribution. Where a result may be too small
/// for a double on the way but not at the end, a function hands out its result in two factors: the result proper and a
/// power of two, by which the formula multiplies last, so that it is rounded once.
/// </summary>
/// <typeparam name="T">The number itself.</typeparam>
public interface IReal<T> : IRational<T>
    where T : struct, IReal<T>
{
    /// <summary>The number, in every element of a pack. (Stated again: the compiler looks for conversions in one interface only.)</summary>
    static abstract implicit operator T(double value);

    /// <summary>
    /// factor · other + addend, both the product and the sum rounded. A fused instruction would round once, but not every machine has one
    /// (virtual machines often hide it, WebAssembly has none), and imitating it takes twenty times as long: results would differ, or wait.
    /// </summary>
    static abstract T MultiplyAdd(T factor, T other, T addend);

    /// <summary>left · right − <paramref name="product"/>, exactly, where product is left · right rounded: what the rounding lost.</summary>
    static abstract T ProductError(T left, T right, T product);

    /// <summary>The magnitude of the first with the sign of the second.</summary>
    static abstract T CopySign(T magnitude, T sign);

    /// <summary>
    /// What is left of the constant value + low when value has been converted to this number: a float keeps 24 of its bits.
    /// </summary>
    static abstract T Rest(double value, double low);

    /// <summary>
    /// 1 / (1 + e^-value) = result / <paramref name="denominator"/>, where result is a power of two times 2^64 and denominator
    /// carries two roundings: a formula that multiplies the numerator needs one division in all. Value is first brought into the range in which
    /// both are normal numbers; beyond it the quotient is 0 or 1 to the last digit.
    /// </summary>
    static abstract T LogisticParts(T value, out T denominator);

    /// <summary>e^value, rounded once, also where it is subnormal.</summary>
    static abstract T Exp(T value);

    /// <summary>value · scale, where scale is a power of two that a function below handed out.</summary>
    static abstract T Scaled(T value, T scale);

    /// <summary>e^(value + low) = result · <paramref name="scale"/>, where low is the rounding error of value.</summary>
    static abstract T Exp(T value, T low, out T scale);

    /// <summary>e^value − 1, without cancellation near zero.</summary>
    static abstract T ExpMinusOne(T value);

    /// <summary>ln(1 + value) for 0 ≤ value ≤ 1, which is where e^-|x| lies; without cancellation near zero.</summary>
    static abstract T LogOnePlus(T value);

    /// <summary>Φ(value) = result · <paramref name="scale"/>: the share of a standard normal distribution below value.</summary>
    static abstract T NormalCumulative(T value, out T scale);

    /// <summary>Φ(value) + value φ(value) = result · <paramref name="scale"/>: the derivative of value · Φ(value).</summary>
    static abstract T NormalCumulativeMoment(T value, out T scale);
}
