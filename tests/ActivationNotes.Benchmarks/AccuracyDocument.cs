namespace ActivationNotes.Benchmarks;

/// <summary>docs/accuracy.md: what was measured, how, and the tables.</summary>
internal static class AccuracyDocument
{
    private const string Beginning = """
        # Accuracy

        How far results are from the exact ones. 1 ULP is the distance between two neighbouring numbers of that size; the number
        nearest to the exact result is at most 0.5 ULP away. This page is written by one command (about fifteen minutes):

            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- accuracy-document > docs/accuracy.md

        ## Doubles

        How many steps through the doubles lead from the result to the exact one, the most over the points of
        `tests/ActivationNotes.Tests/Reference`: 60-digit values, rounded to double, at points that are hard on formulas: around
        kinks, around zeros of the function and of its derivative, where terms cancel, where results become subnormal. "Floats" are
        those points among them that are floats, computed as floats. Subnormal results are compared in units of the smallest one.

        """;

    private const string Random = """

        The vector kernels on random doubles (half uniform in [-40, 40], a quarter in [-1, 1], a quarter in [-690, 40]),
        against arithmetic of 100 bits, so that fractions of a ULP count:

        """;

    private const string Middle = """

        ## Floats, all of them

        The largest error over all 2^32 floats, computed as spans, in ULP of the exact result, which comes from the double path.
        `exp` is `VectorMath.Exp`; `VectorMath.Sigmoid`, `SigmoidDerivative` and `Tanh` are the rows sigmoid, sigmoid' and tanh. One float
        at a time (`Value(float)`) is computed in double and rounded once, so it is within 0.501 ULP. All functions with an exponential rest on
        one text of it (`lib/ActivationNotes/Kernels`). Most compute floats in registers of floats; gelu, gelu-tanh and mish, their slopes, and the
        slopes of silu and softsign, whose formulas lose too much in float arithmetic, in registers of doubles, half as many at a time.

        """;

    /// <summary>Measures everything and prints the page.</summary>
    public static void Print()
    {
        Console.WriteLine(Beginning);
        AccuracyReport.Print([]);
        Console.WriteLine(Random);
        ManyDoublesReport.Print(100_000_000);
        Console.WriteLine(Middle);
        EveryFloatReport.Print([], 1);
    }
}
