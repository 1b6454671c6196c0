using ActivationNotes.Activations;
using ActivationNotes.Numbers;
using ActivationNotes.Tests.Reference;

namespace ActivationNotes.Tests.Activations;

public sealed class AccuracyTests
{
    private const double MostUlps = 4;
    private const double MostUnitsOfSubnormals = 2;

    public static TheoryData<string> Names => [.. Activation.All.Select(activation => activation.Info.Name)];

    private delegate void Spans<T>(ReadOnlySpan<T> x, Span<T> y);

    [Fact]
    public void There_are_exact_values_for_every_activation_and_an_activation_for_every_exact_value() =>
        Assert.Equal(
            ExactValues.ByName.Select(rows => rows.Key).Order(StringComparer.Ordinal),
            Activation.All.Select(activation => activation.Info.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_are_within_4_ulp_of_the_exact_result(string name)
    {
        var activation = Activation.Named(name);
        CheckAll(Rows(name, row => row.Value), activation.Value, activation.Value, activation.Values, activation.Values);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_are_within_4_ulp_of_the_exact_result(string name)
    {
        var activation = Activation.Named(name);
        CheckAll(Rows(name, row => row.Derivative), activation.Derivative, activation.Derivative, activation.Derivatives, activation.Derivatives);
    }

    private static (double X, double Exact)[] Rows(string name, Func<ExactValue, double?> column) =>
        [.. ExactValues.ByName[name].Where(row => column(row) is not null).Select(row => (row.X, column(row)!.Value))];

    private static void CheckAll(
        (double X, double Exact)[] rows, Func<double, double> scalar, Func<float, float> scalarOfFloat, Spans<double> span, Spans<float> spanOfFloats)
    {
        Assert.NotEmpty(rows);
        Check("scalar", rows, [.. rows.Select(row => scalar(row.X))]);
        var results = new double[rows.Length];
        span([.. rows.Select(row => row.X)], results);
        Check("span", rows, results);

        (float X, float Exact)[] floats = [.. rows.Where(row => (float)row.X == row.X).Select(row => ((float)row.X, (float)row.Exact))];
        Assert.NotEmpty(floats);
        Check("float scalar", floats, [.. floats.Select(row => scalarOfFloat(row.X))]);
        var floatResults = new float[floats.Length];
        spanOfFloats([.. floats.Select(row => row.X)], floatResults);
        Check("float span", floats, floatResults);
    }

    private static void Check(string path, (double X, double Exact)[] rows, double[] computed)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var (x, exact) = rows[i];
            var allowed = exact == 0 || double.IsSubnormal(exact) ? MostUnitsOfSubnormals : MostUlps;
            Assert.True(Ulp.Distance(computed[i], exact) <= allowed, $"{path} at {x:R}: {computed[i]:R}, exact {exact:R}");
        }
    }

    private static void Check(string path, (float X, float Exact)[] rows, float[] computed)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var (x, exact) = rows[i];
            var allowed = exact == 0 || float.IsSubnormal(exact) ? MostUnitsOfSubnormals : MostUlps;
            Assert.True(Ulp.Distance(computed[i], exact) <= allowed, $"{path} at {x:R}: {computed[i]:R}, exact {exact:R}");
        }
    }
}
