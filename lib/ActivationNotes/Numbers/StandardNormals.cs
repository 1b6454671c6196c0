using MathNet.Numerics.Random;

namespace ActivationNotes.Numbers;

/// <summary>
/// Draws from the standard normal distribution, by Marsaglia's polar method: a point drawn evenly from the unit disc gives two
/// independent normals. G. Marsaglia and T. A. Bray, A convenient method for generating normal variables, SIAM Review 6 (1964).
/// </summary>
/// <remarks>
/// MathNet's own sampler does the same with the logarithm of the C library, whose last bits differ between processors and systems.
/// This one takes the same numbers from the generator in the same order, so a seed gives the normals MathNet gives up to the last bits.
/// </remarks>
internal static class StandardNormals
{
    // A point of the square lies in the disc with probability π/4.
    private const double NumbersForOneNormal = 4 / Math.PI;

    /// <summary>One normal; the second of the pair is dropped.</summary>
    /// <param name="random">Where it comes from.</param>
    public static double Next(Random random)
    {
        double normal;
        while (!TryPair(random.NextDouble(), random.NextDouble(), out normal, out _))
        {
        }
        return normal;
    }

    /// <summary>Many normals: first from about as many numbers of the generator as are needed, drawn at once, then pair by pair.</summary>
    /// <param name="random">Where they come from.</param>
    /// <param name="values">Receives them.</param>
    public static void Fill(Random random, Span<double> values)
    {
        if (values.IsEmpty) return;
        var needed = (int)Math.Ceiling(values.Length * NumbersForOneNormal);
        var numbers = random.NextDoubles(needed + needed % 2);
        var filled = 0;
        for (var i = 0; i < numbers.Length && filled < values.Length; i += 2) Take(numbers[i], numbers[i + 1], values, ref filled);
        while (filled < values.Length) Take(random.NextDouble(), random.NextDouble(), values, ref filled);
    }

    private static void Take(double a, double b, Span<double> values, ref int filled)
    {
        if (!TryPair(a, b, out var first, out var second)) return;
        values[filled++] = first;
        if (filled < values.Length) values[filled++] = second;
    }

    private static bool TryPair(double a, double b, out double first, out double second)
    {
        var (x, y) = (2 * a - 1, 2 * b - 1);
        var square = x * x + y * y;
        (first, second) = (0, 0);
        if (square is >= 1 or 0) return false;
        var factor = Math.Sqrt(-2 * Elementary.Log(square) / square);
        (first, second) = (x * factor, y * factor);
        return true;
    }
}
