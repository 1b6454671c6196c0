namespace ActivationNotes.Experiments;

/// <summary>
/// Finds the exact floating-point number at which something changes. Positive floats are ordered like their bit patterns,
/// so halving the interval of patterns reaches two neighbours in at most 32 steps (64 for doubles).
/// </summary>
public static class Bisection
{
    /// <summary>The smallest float in (below, above] for which a property holds.</summary>
    /// <param name="property">Does not hold at <paramref name="below"/>, holds at <paramref name="above"/>, and changes once.</param>
    /// <param name="below">A positive float.</param>
    /// <param name="above">A greater one.</param>
    /// <exception cref="ArgumentException">The property does not change between the two.</exception>
    public static float FirstSingle(Func<float, bool> property, float below, float above)
    {
        Require(below, above, property(below), property(above));
        return BitConverter.Int32BitsToSingle((int)First(
            pattern => property(BitConverter.Int32BitsToSingle((int)pattern)),
            BitConverter.SingleToInt32Bits(below), BitConverter.SingleToInt32Bits(above)));
    }

    /// <summary>The smallest double in (below, above] for which a property holds.</summary>
    /// <inheritdoc cref="FirstSingle" path="/param|/exception"/>
    public static double FirstDouble(Func<double, bool> property, double below, double above)
    {
        Require(below, above, property(below), property(above));
        return BitConverter.Int64BitsToDouble(First(
            pattern => property(BitConverter.Int64BitsToDouble(pattern)),
            BitConverter.DoubleToInt64Bits(below), BitConverter.DoubleToInt64Bits(above)));
    }

    private static long First(Func<long, bool> property, long below, long above)
    {
        while (above - below > 1)
        {
            var middle = below + (above - below) / 2;
            if (property(middle)) above = middle;
            else below = middle;
        }
        return above;
    }

    private static void Require(double below, double above, bool holdsBelow, bool holdsAbove)
    {
        if (!(below > 0 && above > below))
            throw new ArgumentException($"Bisection needs 0 < below < above, and got below = {below:R}, above = {above:R}.", nameof(above));
        if (holdsBelow || !holdsAbove)
            throw new ArgumentException(
                $"Bisection needs a property that does not hold at below = {below:R} and holds at above = {above:R}; "
                + $"here it {(holdsBelow ? "holds at both or only at the first" : "holds at neither")}.", nameof(above));
    }
}
