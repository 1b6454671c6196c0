using System.Globalization;
using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Numbers;

/// <summary>Elementary functions against exact values: Reference/Elementary/elementary.csv, by elementary_oracle.py.</summary>
public sealed class ElementaryTests
{
    private static readonly Dictionary<string, (Func<double, double> Function, double Ulps)> s_functions = new(StringComparer.Ordinal)
    {
        ["exp"] = (Elementary.Exp, 1),
        ["log"] = (Elementary.Log, 1),
        ["log10"] = (Elementary.Log10, 2),
        ["tanh"] = (Elementary.Tanh, 3),
        ["logistic"] = (Elementary.Logistic, 2),
        ["normal-cumulative"] = (Elementary.NormalCumulative, 4),
        ["sine-of-degrees"] = (x => Elementary.SinCosOfDegrees(x).Sine, 1),
        ["cosine-of-degrees"] = (x => Elementary.SinCosOfDegrees(x).Cosine, 1),
        ["log-gamma"] = (BetaDistribution.LogGamma, 40),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void They_are_within_their_bound_of_the_exact_value(string name)
    {
        var (function, bound) = s_functions[name];
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "Elementary", "elementary.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[0] == name).ToArray();
        Assert.True(rows.Length >= 300);
        foreach (var row in rows)
        {
            var (x, exact) = (double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture));
            var distance = Ulp.Distance(function(x), exact);
            Assert.True(distance <= bound, $"{name}({x:R}) = {function(x):R}, exactly {exact:R}: {distance} ULP");
        }
    }

    [Fact]
    public void Powers_of_ten_have_whole_logarithms()
    {
        for (var n = -22; n <= 22; n++)
            Assert.Equal(n, Elementary.Log10(double.Parse($"1e{n}", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Multiples_of_a_right_angle_are_exact()
    {
        for (var turns = -9; turns <= 9; turns++)
        {
            var sine = (turns & 3) switch { 1 => 1, 3 => -1, _ => 0 };
            var cosine = (turns & 3) switch { 0 => 1, 2 => -1, _ => 0 };
            Assert.Equal((sine, cosine), Elementary.SinCosOfDegrees(90 * turns));
        }
    }

    [Fact]
    public void Whole_powers_multiply_and_others_take_the_logarithm()
    {
        Assert.Equal(1, Elementary.Pow(0.25, 0));
        Assert.Equal(1.0 / 1024, Elementary.Pow(0.25, 5));
        Assert.Equal(1024, Elementary.Pow(0.25, -5));
        Assert.Equal(-27, Elementary.Pow(-3, 3));
        Assert.Equal(Elementary.Pow(1.7, 12), Elementary.Pow(1.7, 12.0));
        Assert.InRange(Elementary.Pow(2, 0.5) / Math.Sqrt(2), 1 - 4e-16, 1 + 4e-16);
        Assert.InRange(Elementary.Pow(1e-300, 0.1) / 1e-30, 1 - 1e-13, 1 + 1e-13);
        Assert.Equal(0, Elementary.Pow(0, 0.5));
        Assert.Equal(0, Elementary.Pow(0.5, int.MaxValue));
        Assert.Equal(double.PositiveInfinity, Elementary.Pow(0.5, int.MinValue));
    }

    [Fact]
    public void Ends_of_the_range_and_not_a_number()
    {
        Assert.Equal(double.NegativeInfinity, Elementary.Log(0));
        Assert.Equal(double.NaN, Elementary.Log(-1));
        Assert.Equal(double.PositiveInfinity, Elementary.Log(double.PositiveInfinity));
        Assert.Equal(0, Elementary.Log(1));
        Assert.Equal(0, Elementary.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Elementary.Exp(710));
        Assert.Equal(double.NaN, Elementary.SinCosOfDegrees(double.PositiveInfinity).Sine);
        foreach (var (function, _) in s_functions.Where(entry => entry.Key != "log-gamma").Select(entry => entry.Value)) Assert.Equal(double.NaN, function(double.NaN));
    }
}
