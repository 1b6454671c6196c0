using ActivationNotes.Networks;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Tests.Networks;

public sealed class SoftmaxTests
{
    [Fact]
    public void A_sample_has_the_same_bits_in_a_batch_of_any_size()
    {
        var random = new Random(1);
        var scores = Matrix<float>.Build.Dense(33, 10, (_, _) => (float)(20 * random.NextDouble() - 10));
        var all = Softmax.Probabilities(scores);
        var (_, logarithms) = Softmax.WithLogarithms(scores);
        for (var count = 1; count <= 33; count++)
        {
            var first = scores.SubMatrix(0, count, 0, 10);
            Assert.Equal(all.SubMatrix(0, count, 0, 10), Softmax.Probabilities(first));
            Assert.Equal(logarithms[..count], Softmax.WithLogarithms(first).Logarithms);
        }
    }

    [Fact]
    public void Rows_add_up_to_one_and_large_scores_do_not_overflow()
    {
        var p = Softmax.Probabilities(Matrix<double>.Build.DenseOfArray(new[,] { { 1000, 999, 0 }, { -1000, -1000, -1000.0 } }));
        Assert.All(p.RowSums(), sum => Assert.Equal(1, sum, 1e-15));
        Assert.Equal(Math.E, p[0, 0] / p[0, 1], 1e-14);
        Assert.Equal(1.0 / 3, p[1, 2], 1e-15);
    }

    [Fact]
    public void The_logarithm_is_that_of_the_sum_of_the_exponentials()
    {
        var (_, logarithms) = Softmax.WithLogarithms(Matrix<double>.Build.DenseOfArray(new[,] { { 0.0, 0, 0, 0 }, { 2, 2, 2, 2 } }));
        Assert.Equal(Math.Log(4), logarithms[0], 1e-15);
        Assert.Equal(2 + Math.Log(4), logarithms[1], 1e-15);
    }

    [Fact]
    public void Not_a_number_stays_in_its_row()
    {
        var (p, logarithms) = Softmax.WithLogarithms(Matrix<float>.Build.DenseOfArray(new[,] { { float.NaN, 1 }, { 0, 0 } }));
        Assert.True(float.IsNaN(p[0, 1]) && float.IsNaN(logarithms[0]));
        Assert.Equal(0.5f, p[1, 1]);
    }
}
