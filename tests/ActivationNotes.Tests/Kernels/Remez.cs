using System.Numerics;

namespace ActivationNotes.Tests.Kernels;

/// <summary>
/// Remez's exchange algorithm in whole-number arithmetic of 256 bits: the polynomial p of a degree for which the largest
/// |weight(x) (f(x) − p(x))| on an interval is smallest. Between degree + 2 points the weighted error alternates between plus and
/// minus the same size; the points are exchanged for the true extremes until they agree.
/// </summary>
internal sealed class Remez
{
    /// <summary>Numbers are whole multiples of 2^-Bits.</summary>
    public const int Bits = 256;

    private const int GridPoints = 2_000;
    private const int Exchanges = 8;

    private readonly BigInteger[] _grid;
    private readonly BigInteger[] _values;
    private readonly BigInteger[] _weights;

    /// <summary>Samples the function and its weight on a grid.</summary>
    public Remez(BigInteger low, BigInteger high, Func<BigInteger, BigInteger> function, Func<BigInteger, BigInteger> weight)
    {
        _grid = [.. Enumerable.Range(0, GridPoints + 1).Select(i => low + (high - low) * i / GridPoints)];
        _values = [.. _grid.Select(function)];
        _weights = [.. _grid.Select(weight)];
    }

    public static BigInteger One { get; } = BigInteger.One << Bits;

    public static BigInteger Multiply(BigInteger left, BigInteger right) => (left * right) >> Bits;

    public static BigInteger Divide(BigInteger left, BigInteger right) => (left << Bits) / right;

    public static double ToDouble(BigInteger number) => Math.ScaleB((double)(number >> (Bits - 200)), -200);

    /// <summary>Coefficients, lowest first, and the base-2 logarithm of the largest weighted error.</summary>
    public (double[] Coefficients, double ErrorExponent) Solve(int degree)
    {
        var references = Enumerable.Range(0, degree + 2)
            .Select(i => (int)Math.Round(GridPoints * (1 - Math.Cos(Math.PI * (2 * i + 1) / (2 * (degree + 2)))) / 2)).ToArray();
        BigInteger[] polynomial = [];
        for (var exchange = 0; exchange < Exchanges; exchange++)
        {
            polynomial = Interpolate(references, degree);
            references = Extremes(polynomial, degree + 2);
        }

        var largest = Enumerable.Range(0, _grid.Length).Max(i => BigInteger.Abs(Error(polynomial, i)));
        return ([.. polynomial.Select(ToDouble)], Math.Log2(ToDouble(largest)));
    }

    // p(x_i) ± e / weight_i = f(x_i): a linear system for the coefficients and e.
    private BigInteger[] Interpolate(int[] references, int degree)
    {
        var size = degree + 2;
        var rows = new BigInteger[size][];
        for (var i = 0; i < size; i++)
        {
            var row = new BigInteger[size + 1];
            var power = One;
            for (var j = 0; j <= degree; j++, power = Multiply(power, _grid[references[i]])) row[j] = power;
            row[degree + 1] = Divide(i % 2 == 0 ? One : -One, _weights[references[i]]);
            row[size] = _values[references[i]];
            rows[i] = row;
        }

        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(i => BigInteger.Abs(rows[i][column]));
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (var i = 0; i < size; i++)
            {
                if (i == column) continue;
                var factor = Divide(rows[i][column], rows[column][column]);
                for (var j = column; j <= size; j++) rows[i][j] -= Multiply(factor, rows[column][j]);
            }
        }

        return [.. Enumerable.Range(0, degree + 1).Select(i => Divide(rows[i][size], rows[i][i]))];
    }

    // The largest error of each stretch of one sign; beyond the number wanted the smaller end goes.
    private int[] Extremes(BigInteger[] polynomial, int count)
    {
        var extremes = new List<(int Index, BigInteger Error)>();
        for (var i = 0; i < _grid.Length; i++)
        {
            var error = Error(polynomial, i);
            if (error.IsZero) continue;
            if (extremes.Count == 0 || extremes[^1].Error.Sign != error.Sign) extremes.Add((i, error));
            else if (BigInteger.Abs(error) > BigInteger.Abs(extremes[^1].Error)) extremes[^1] = (i, error);
        }

        while (extremes.Count > count)
            extremes.RemoveAt(BigInteger.Abs(extremes[0].Error) < BigInteger.Abs(extremes[^1].Error) ? 0 : extremes.Count - 1);
        return [.. extremes.Select(extreme => extreme.Index)];
    }

    private BigInteger Error(BigInteger[] polynomial, int index)
    {
        var sum = BigInteger.Zero;
        for (var i = polynomial.Length - 1; i >= 0; i--) sum = Multiply(sum, _grid[index]) + polynomial[i];
        return Multiply(_values[index] - sum, _weights[index]);
    }
}
