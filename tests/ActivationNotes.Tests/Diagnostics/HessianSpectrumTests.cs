using ActivationNotes.Diagnostics;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Tests.Diagnostics;

/// <summary>The curvature of a linear neuron, and what the mean of its inputs adds to it.</summary>
public sealed class HessianSpectrumTests
{
    private static readonly Gen<Matrix<double>> s_inputs = Gen.Double[-2, 3].Array[4].Array[5, 30].Select(rows => Matrix<double>.Build.DenseOfRowArrays(rows));

    [Fact]
    public void The_spectrum_is_that_of_the_covariance_plus_the_mean_times_itself() =>
        s_inputs.Sample(inputs =>
        {
            var mean = inputs.ColumnSums() / inputs.RowCount;
            var covariance = Matrix<double>.Build.Dense(4, 4, (i, j) => (inputs.Column(i) - mean[i]).DotProduct(inputs.Column(j) - mean[j]) / inputs.RowCount);
            var expected = (covariance + mean.OuterProduct(mean)).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order();
            foreach (var (one, other) in expected.Zip(HessianSpectrum.Of(inputs).Eigenvalues)) Assert.Equal(one, other, 1e-9);
        });

    [Fact]
    public void The_mean_adds_its_squared_length_to_the_curvature_of_all_directions_together() =>
        s_inputs.Sample(inputs =>
            Assert.Equal(
                (inputs.ColumnSums() / inputs.RowCount).DotProduct(inputs.ColumnSums() / inputs.RowCount),
                HessianSpectrum.Of(inputs).Eigenvalues.Sum() - HessianSpectrum.OfCovariance(inputs).Eigenvalues.Sum(), 1e-9));

    [Fact]
    public void The_spectrum_of_the_covariance_does_not_change_when_inputs_are_shifted() =>
        Gen.Select(s_inputs, Gen.Double[-5, 5].Array[4]).Sample((inputs, shift) =>
        {
            var shifted = inputs.MapIndexed((_, weight, input) => input + shift[weight]);
            foreach (var (one, other) in HessianSpectrum.OfCovariance(inputs).Eigenvalues.Zip(HessianSpectrum.OfCovariance(shifted).Eigenvalues)) Assert.Equal(one, other, 1e-9);
        });

    [Fact]
    public void A_direction_without_curvature_makes_the_condition_number_infinite()
    {
        // Two samples in three dimensions, and inputs that are always equal.
        Assert.Equal(double.PositiveInfinity, HessianSpectrum.Of(Matrix<double>.Build.DenseOfRowArrays([0.3, 0.7, 0.1], [0.2, 0.9, 0.4])).ConditionNumber);
        Assert.Equal(double.PositiveInfinity, HessianSpectrum.Of(Matrix<double>.Build.DenseOfRowArrays([0.3, 0.3], [0.7, 0.7])).ConditionNumber);
    }
}
