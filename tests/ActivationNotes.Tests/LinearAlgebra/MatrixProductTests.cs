using System.Runtime.Intrinsics;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Timing;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.LinearAlgebra;

public sealed class MatrixProductTests
{
    private const string WithoutFused = "ACTIVATIONNOTES_TEST_WITHOUT_FUSED";

    public static TheoryData<int, int, int> Shapes { get; } = new()
    {
        { 1, 1, 1 }, { 5, 3, 7 }, { 16, 8, 4 }, { 31, 33, 9 }, { 32, 64, 8 }, { 64, 64, 64 }, { 65, 257, 15 }, { 100, 300, 70 }, { 3, 20, 530 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void It_is_the_sum_of_products_in_double_for_every_shape_transposed_or_not(int rows, int depth, int columns)
    {
        var random = new MersenneTwister(rows + 100 * depth + 10_000 * columns);
        foreach (var (transposeA, transposeB) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var (a, b, before) = (Draw(rows * depth), Draw(depth * columns), Draw(rows * columns));
            var c = (float[])before.Clone();
            var (aRows, aColumns) = transposeA ? (depth, rows) : (rows, depth);
            var (bRows, bColumns) = transposeB ? (columns, depth) : (depth, columns);
            MatrixProduct.Compute(transposeA, transposeB, 1.5f, a, aRows, aColumns, b, bRows, bColumns, -0.5f, c);
            for (var i = 0; i < rows; i++)
                for (var j = 0; j < columns; j++)
                {
                    double exact = -0.5 * before[j * rows + i], size = Math.Abs(exact);
                    for (var k = 0; k < depth; k++)
                    {
                        var term = 1.5 * (transposeA ? a[i * depth + k] : a[k * rows + i]) * (transposeB ? b[k * columns + j] : b[j * depth + k]);
                        (exact, size) = (exact + term, size + Math.Abs(term));
                    }
                    // The bound of every order of summation: depth roundings, each a share of 2^-24 of the terms' sizes.
                    Assert.Equal(exact, c[j * rows + i], (depth + 3) * size / (1 << 24));
                }
        }

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() * 2 - 1))];
    }

    [Fact]
    public void With_beta_zero_what_was_there_does_not_matter()
    {
        float[] c = [float.NaN];
        MatrixProduct.Compute(false, false, 1, [2f], 1, 1, [3f], 1, 1, 0, c);
        Assert.Equal(6f, c[0]);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => MatrixProduct.Compute(false, false, 1, new float[6], 2, 3, new float[8], 4, 2, 0, new float[4]));
        Assert.Contains("[2 x 3] and [4 x 2]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_over_a_factor_is_refused()
    {
        var both = new float[4];
        Assert.Contains("overlap", Assert.Throws<ArgumentException>(
            () => MatrixProduct.Compute(false, false, 1, both, 2, 2, new float[4], 2, 2, 0, both)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_MathNets_provider_it_multiplies_and_leaves_the_rest_to_MathNet()
    {
        var provider = VectorisedLinearAlgebra.Create();
        var (x, result) = (new float[] { 1, 2, 3, 4 }, new float[4]);
        provider.MatrixMultiply(x, 2, 2, x, 2, 2, result);
        Assert.Equal([7, 10, 15, 22], result);
        provider.MatrixMultiplyWithUpdate(Transpose.Transpose, Transpose.DontTranspose, 1f, x, 2, 2, x, 2, 2, 1f, result);
        Assert.Equal([7 + 5, 10 + 11, 15 + 11, 22 + 25], result);
        provider.MatrixMultiply(x, 2, 2, x, 2, 2, x);
        Assert.Equal([7, 10, 15, 22], x);
        var doubles = new double[1];
        provider.MatrixMultiply([2.0], 1, 1, [4.0], 1, 1, doubles);
        Assert.Equal(8, doubles[0]);
        Assert.Throws<ArgumentNullException>(() => provider.DotProduct(null!, new double[1]));
    }

    [Fact]
    public void Plugged_in_MathNet_uses_it()
    {
        var before = LinearAlgebraControl.Provider;
        try
        {
            VectorisedLinearAlgebra.Use();
            var a = Matrix<float>.Build.DenseOfArray(new float[,] { { 1, 2 }, { 3, 4 } });
            Assert.Equal(Matrix<float>.Build.DenseOfArray(new float[,] { { 7, 10 }, { 15, 22 } }), a * a);
            Assert.IsType<VectorisedLinearAlgebra>(LinearAlgebraControl.Provider, exactMatch: false);
        }
        finally
        {
            LinearAlgebraControl.Provider = before;
        }
    }

    [Fact]
    public Task Products_are_as_right_and_many_times_as_fast_without_fused_instructions() => Environment.GetEnvironmentVariable(WithoutFused) == "1"
        ? Task.CompletedTask
        : ChildRun.PassAsync(new Dictionary<string, string> { ["DOTNET_EnableAVX2"] = "0", [WithoutFused] = "1" }, "-class", typeof(MatrixProductTests).FullName!);

    [Fact]
    public void Plugged_in_a_product_of_float_matrices_is_many_times_as_fast_as_MathNets_own()
    {
        // Measured: 30 with 256 bits, 25 with 128.
        Assert.SkipUnless(Vector128.IsHardwareAccelerated, "Without vector registers there is nothing to win.");
        var lowest = Vector256.IsHardwareAccelerated ? 8 : 4;
        const int size = 256;
        var random = new MersenneTwister(1);
        var (a, b) = (Matrix<float>.Build.Dense(size, size, (_, _) => (float)random.NextDouble()), Matrix<float>.Build.Dense(size, size, (_, _) => (float)random.NextDouble()));
        var (before, threads) = (LinearAlgebraControl.Provider, Control.MaxDegreeOfParallelism);
        try
        {
            Control.MaxDegreeOfParallelism = 1;
            // The delegate that is timed is the test's own and may be unoptimised; all it does is to call the library once.
            var result = new Comparison { WarmUpPatience = TimeSpan.FromSeconds(2), FewestRounds = 21, Patience = TimeSpan.Zero, WarmUpCalls = 10, AllowUnoptimised = true }.Run(
                With("plugged in", VectorisedLinearAlgebra.Create()), With("MathNet", new ManagedLinearAlgebraProvider()));
            Assert.InRange(result.RatioOfFastest("MathNet", "plugged in"), lowest, double.PositiveInfinity);
        }
        finally
        {
            (LinearAlgebraControl.Provider, Control.MaxDegreeOfParallelism) = (before, threads);
        }

        TimedKernel With(string name, ILinearAlgebraProvider provider)
        {
            return TimedKernel.Of(name, size * size, () =>
            {
                LinearAlgebraControl.Provider = provider;
                _ = a * b;
            });
        }
    }
}
