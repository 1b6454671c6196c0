namespace ActivationNotes.Benchmarks;

/// <summary>A number as the sum of two doubles, good to about 100 bits: the ruler for errors of doubles.</summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    // ln 2 to 140 bits, in three parts, the first two so short that a whole number below 2^11 times them is exact.
    private const double Ln2First = 0.693147180559663;
    private const double Ln2Second = 2.8235290563031577e-13;
    private const double Ln2Third = 1.94704509238075e-31;

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        var (sum, lost) = TwoSum(left.High, right.High);
        return Normal(sum, lost + (left.Low + right.Low));
    }

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        var product = left.High * right.High;
        var lost = Math.FusedMultiplyAdd(left.High, right.High, -product);
        return Normal(product, lost + (left.High * right.Low + left.Low * right.High));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        var first = left.High / right.High;
        var rest = left + right * new DoubleDouble(-first, 0);
        return Normal(first, (rest.High + rest.Low) / right.High);
    }

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>e^x by its series, for |x| below 700.</summary>
    public static DoubleDouble Exp(double x)
    {
        var n = Math.Round(x / Math.Log(2));
        var (high, low) = TwoSum(Math.FusedMultiplyAdd(-n, Ln2First, x), -n * Ln2Second);
        DoubleDouble r = Normal(high, low - Math.FusedMultiplyAdd(n, Ln2Second, -n * Ln2Second) - n * Ln2Third);
        DoubleDouble sum = 1, term = 1;
        for (var k = 1; k < 27; k++)
        {
            term = term * r / k;
            sum += term;
        }

        var power = Math.ScaleB(1, (int)n);
        return new(sum.High * power, sum.Low * power);
    }

    private static DoubleDouble Normal(double high, double low)
    {
        var (sum, lost) = TwoSum(high, low);
        return new(sum, lost);
    }

    private static (double Sum, double Lost) TwoSum(double left, double right)
    {
        var sum = left + right;
        var virtualRight = sum - left;
        return (sum, (left - (sum - virtualRight)) + (right - virtualRight));
    }
}
