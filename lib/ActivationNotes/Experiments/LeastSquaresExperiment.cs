using System.Numerics.Tensors;
using ActivationNotes.Diagnostics;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Numbers;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// Linear least squares on all samples at once, with independent normal inputs of standard deviation 1 whose mean is a parameter. The
/// targets are those of a teacher in a random direction, at distance 1 from the start.
/// </summary>
/// <param name="Mean">Mean of every input.</param>
/// <param name="Weights">How many inputs.</param>
/// <param name="Samples">How many samples.</param>
/// <param name="Tolerance">Arrived is who is nearer than this to the teacher's weights.</param>
/// <param name="MaximumSteps">Where a way ends that does not arrive.</param>
public sealed record LeastSquaresExperiment(double Mean, int Weights = 10, int Samples = 400, double Tolerance = 0.01, int MaximumSteps = 4000)
{
    private const int TuningSeeds = 3;

    /// <summary>The spectrum that theory expects of infinitely many samples: one eigenvalue 1 + weights x mean^2, all others 1.</summary>
    public HessianSpectrum ExpectedSpectrum => new([.. Enumerable.Repeat(1.0, Weights - 1), 1 + Weights * Mean * Mean]);

    /// <summary>The spectrum of the Hessian of one draw of the samples.</summary>
    /// <param name="seed">Draws them.</param>
    public HessianSpectrum Spectrum(int seed) => HessianSpectrum.Of(Inputs(new MersenneTwister(seed)));

    /// <summary>Follows a rule with its best learning rate, see <see cref="Descent.BestRate"/>.</summary>
    /// <param name="descent">The rule.</param>
    /// <param name="seeds">One problem for each.</param>
    public IReadOnlyList<Trajectory> Run(Descent descent, IReadOnlyList<int> seeds)
    {
        ArgumentNullException.ThrowIfNull(descent);
        ArgumentNullException.ThrowIfNull(seeds);
        var rate = descent.BestRate((rate, seed) => Run(descent, rate, seed), Descent.TuningSeeds(seeds, TuningSeeds));
        return [.. seeds.AsParallel().AsOrdered().Select(seed => Run(descent, rate, seed))];
    }

    /// <summary>Follows a rule with a given learning rate.</summary>
    /// <param name="descent">The rule.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="seed">Draws samples and teacher.</param>
    public Trajectory Run(Descent descent, double rate, int seed)
    {
        ArgumentNullException.ThrowIfNull(descent);
        var random = new MersenneTwister(seed);
        var inputs = Inputs(random);
        var hessian = (inputs.TransposeThisAndMultiply(inputs) / Samples).ToRowArrays();
        var target = new double[Weights];
        StandardNormals.Fill(random, target);
        var length = Math.Sqrt(target.Sum(one => one * one));
        for (var i = 0; i < target.Length; i++) target[i] /= length;
        var off = new double[Weights];
        return descent.Follow(rate, target, Tolerance, MaximumSteps, (weights, gradient) =>
        {
            for (var i = 0; i < off.Length; i++) off[i] = weights[i] - target[i];
            for (var i = 0; i < off.Length; i++) gradient[i] = Reduction.Dot<double>(hessian[i], off);
        });
    }

    private Matrix<double> Inputs(MersenneTwister random)
    {
        if (Weights < 1 || Samples < 1) throw new InvalidOperationException($"There are {Weights} weights and {Samples} samples: give at least 1 of each.");
        var inputs = new double[Samples * Weights];
        StandardNormals.Fill(random, inputs);
        TensorPrimitives.Add(inputs, Mean, inputs);
        return Matrix<double>.Build.Dense(Samples, Weights, inputs);
    }
}
