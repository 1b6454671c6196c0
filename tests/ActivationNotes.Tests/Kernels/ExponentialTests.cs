using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ActivationNotes.Testing;

namespace ActivationNotes.Tests.Kernels;

public sealed class ExponentialTests
{
    private static readonly string s_source = File.ReadAllText(Path.Combine(Repository.Root, "lib", "ActivationNotes", "Kernels", "Exponential.cs"));

    [Fact]
    public void The_polynomial_for_floats_is_what_Remez_gives() => CheckPolynomial(degree: 4, errorExponent: -28.285, digits: 9);

    [Fact]
    public void The_polynomial_for_doubles_is_what_Remez_gives() => CheckPolynomial(degree: 9, errorExponent: -57.939, digits: 12);

    [Fact]
    public void The_two_parts_of_the_logarithm_of_two_add_up_to_it_and_the_first_is_short()
    {
        // ln 2 = 2 artanh(1/3).
        BigInteger sum = 0, power = Remez.One / 3;
        for (var n = 1; !power.IsZero; n += 2, power /= 9) sum += power / n;
        var logarithm = 2 * sum;
        foreach (var (high, low, bits, error) in new[] { ("Ln2High", "Ln2Low", 41, 84), ("FloatLn2High", "FloatLn2Low", 16, 36), ("FusedLn2High", "FusedLn2Low", 24, 80) })
        {
            var (first, second) = (Constant(high), Constant(low));
            Assert.Equal(first, Math.ScaleB(Math.Round(Math.ScaleB(first, bits)), -bits));
            var rest = logarithm - Exact(first) - Exact(second);
            Assert.True(BigInteger.Abs(rest) < Remez.One >> error, high);
        }
    }

    // q(r) = (e^r − 1 − r) / r², weighted so that the error is that of e^r relative to itself.
    private static void CheckPolynomial(int degree, double errorExponent, int digits)
    {
        var half = Exact(Math.Log(2) / 2);
        var remez = new Remez(-half, half, Quotient, r => Remez.Divide(Remez.Multiply(r, r), Exponential(r)) + 1);
        var (coefficients, error) = remez.Solve(degree);
        Assert.Equal(errorExponent, error, 0.01);
        var inSource = CoefficientsInSource(degree + 1);
        for (var i = 0; i <= degree; i++)
        {
            // High coefficients matter less, so a coarse grid of points leaves them less certain.
            var tolerance = Math.Abs(coefficients[i]) * Math.Pow(10, -digits + 0.6 * i);
            Assert.True(Math.Abs(coefficients[i] - inSource[i]) <= tolerance, $"r^{i}: Remez {coefficients[i]:R}, in the source {inSource[i]:R}");
        }
    }

    private static BigInteger Exponential(BigInteger r)
    {
        BigInteger sum = Remez.One, term = Remez.One;
        for (var n = 1; !term.IsZero && n < 80; n++)
        {
            term = Remez.Multiply(term, r) / n;
            sum += term;
        }

        return sum;
    }

    // Its own series: near zero the definition would lose digits.
    private static BigInteger Quotient(BigInteger r)
    {
        BigInteger sum = 0, term = Remez.One / 2;
        for (var n = 3; !term.IsZero && n < 80; n++)
        {
            sum += term;
            term = Remez.Multiply(term, r) / n;
        }

        return sum;
    }

    private static BigInteger Exact(double number) => (BigInteger)Math.ScaleB(number, 110) << (Remez.Bits - 110);

    private static double Constant(string name) =>
        double.Parse(Regex.Match(s_source, $@"double {name} = ([-\d.e]+);").Groups[1].Value, CultureInfo.InvariantCulture);

    // Lowest first, as the method Quotient lists them, highest first: 5 for floats, then 10 for doubles.
    private static double[] CoefficientsInSource(int count)
    {
        var body = s_source[s_source.IndexOf("static T Quotient", StringComparison.Ordinal)..];
        double[] all = [.. Regex.Matches(body, @"\d\.\d+(e-\d+)?").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        Assert.Equal(15, all.Length);
        var chosen = count == 5 ? all[..5] : all[5..];
        Array.Reverse(chosen);
        return chosen;
    }
}
