using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Diagnostics;

/// <summary>The eigenvalues of the Hessian of a linear least-squares loss, which say how well gradient descent can do on it.</summary>
/// <param name="Eigenvalues">In ascending order.</param>
public sealed record HessianSpectrum(IReadOnlyList<double> Eigenvalues)
{
    /// <summary>
    /// The spectrum of the loss L(w) = mean over samples of (w·x - y)^2 / 2. Its Hessian is the mean of x x^T, whatever the targets y are.
    /// With mean m and covariance C of the inputs that is C + m m^T: the mean adds |m|^2 along one direction.
    /// </summary>
    /// <param name="inputs">[samples x weights]</param>
    public static HessianSpectrum Of(Matrix<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var hessian = inputs.TransposeThisAndMultiply(inputs) / inputs.RowCount;
        return new HessianSpectrum([.. hessian.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order()]);
    }

    /// <summary>The spectrum of C alone, which is what remains of <see cref="Of"/> when every input gives up its own mean.</summary>
    /// <param name="inputs">[samples x weights]</param>
    public static HessianSpectrum OfCovariance(Matrix<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var means = inputs.ColumnSums() / inputs.RowCount;
        return Of(inputs.MapIndexed((_, weight, input) => input - means[weight], Zeros.Include));
    }

    /// <summary>The greatest curvature; steps of gradient descent longer than 2 / this diverge.</summary>
    public double Largest => Eigenvalues[^1];

    /// <summary>The least curvature.</summary>
    public double Smallest => Eigenvalues[0];

    /// <summary>
    /// The greatest curvature over the least. Gradient descent at its best rate needs steps in proportion to it. Positive infinity where the
    /// least is zero but for rounding, as with fewer samples than weights: then a direction has no curvature, and no step moves along it.
    /// </summary>
    public double ConditionNumber =>
        Smallest <= Eigenvalues.Count * Precision.PositiveDoublePrecision * Largest ? double.PositiveInfinity : Largest / Smallest;

    /// <summary>The greatest curvature as a share of the sum of all: near 1 nearly all curvature lies along one direction.</summary>
    public double LargestShare => Largest / Eigenvalues.Sum();
}
