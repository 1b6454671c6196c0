using System.Numerics;

namespace ActivationNotes.Experiments;

/// <summary>
/// A positive number known to far more digits than a <see cref="double"/> holds: <paramref name="Mantissa"/> times 2 to the
/// power <paramref name="Exponent"/>.
/// </summary>
/// <param name="Mantissa">Whole number, positive; about 256 bits.</param>
/// <param name="Exponent">Power of two it is scaled by.</param>
public readonly record struct ExactNumber(BigInteger Mantissa, int Exponent)
{
    private const int DoubleBits = 53, DoubleSmallest = -1074, SingleBits = 24, SingleSmallest = -149;

    /// <summary>The nearest <see cref="double"/>, ties to the even one.</summary>
    public double ToDouble() => Round(DoubleBits, DoubleSmallest);

    /// <summary>The nearest <see cref="float"/>, ties to the even one.</summary>
    public float ToSingle() => (float)Round(SingleBits, SingleSmallest);

    /// <summary>
    /// How far an approximation is from this number, in units of the last place of a double of its size (ULP). The nearest
    /// double is at most half a unit away.
    /// </summary>
    /// <param name="approximation">Any double; a value that is not finite is infinitely far away.</param>
    public double UlpsFrom(double approximation) => UlpsFrom(approximation, DoubleBits, DoubleSmallest);

    /// <summary>The same in units of the last place of a <see cref="float"/>.</summary>
    /// <param name="approximation">Any float; a value that is not finite is infinitely far away.</param>
    public double UlpsFrom(float approximation) => UlpsFrom(approximation, SingleBits, SingleSmallest);

    private double UlpsFrom(double approximation, int bits, int smallest)
    {
        if (!double.IsFinite(approximation)) return double.PositiveInfinity;
        var (significand, power) = Parts(approximation);
        var common = Math.Min(power, Exponent);
        var difference = BigInteger.Abs((significand << (power - common)) - (Mantissa << (Exponent - common)));
        return ScaleDown(difference, UnitExponent(bits, smallest) - common);
    }

    // The exponent of the unit in the last place, which does not shrink below the smallest subnormal number.
    private int UnitExponent(int bits, int smallest) => Math.Max(Length(Mantissa) + Exponent - bits, smallest);

    private double Round(int bits, int smallest)
    {
        var unit = UnitExponent(bits, smallest);
        var shift = unit - Exponent;
        if (shift <= 0) return Math.ScaleB((double)(Mantissa << -shift), unit);
        var floor = Mantissa >> shift;
        var rest = Mantissa - (floor << shift);
        var half = BigInteger.One << (shift - 1);
        var rounded = rest > half || (rest == half && !floor.IsEven) ? floor + 1 : floor;
        return Math.ScaleB((double)rounded, unit);
    }

    private static (BigInteger Significand, int Power) Parts(double value)
    {
        var pattern = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((pattern >> 52) & 0x7FF);
        var fraction = pattern & 0xFFFFFFFFFFFFF;
        BigInteger significand = exponent == 0 ? fraction : fraction | (1L << 52);
        return (pattern < 0 ? -significand : significand, Math.Max(exponent, 1) - 1075);
    }

    // 64 leading bits are plenty for an error that is printed with three digits, and fit any exponent.
    private static double ScaleDown(BigInteger value, int exponent)
    {
        var excess = Math.Max(Length(value) - 64, 0);
        return Math.ScaleB((double)(value >> excess), excess - exponent);
    }

    private static int Length(BigInteger value) => (int)value.GetBitLength();
}
