using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// Measures how many units in the last place (ULP) each formula for the sigmoid's slope is off, against
/// <see cref="ExactSigmoid"/>. The axis is cut into cells; in each the worst and the least error of several random points are kept.
/// </summary>
/// <param name="From">Where the first cell begins.</param>
/// <param name="To">Where the last cell ends.</param>
/// <param name="Cells">How many cells.</param>
/// <param name="PointsPerCell">How many random points in each.</param>
/// <param name="Seed">Seed of the points.</param>
public sealed record SlopeAccuracyExperiment(double From = 0, double To = 45, int Cells = 90, int PointsPerCell = 40, int Seed = 1)
{
    /// <summary>Runs every formula on the same points.</summary>
    /// <param name="formulas">The formulas to measure.</param>
    public SlopeAccuracyResult Run(IReadOnlyList<SlopeFormula> formulas)
    {
        if (Cells < 1 || PointsPerCell < 1 || !(To > From))
            throw new InvalidOperationException($"{Cells} cells of {PointsPerCell} points from {From} to {To}: give at least one of each, and To beyond From.");
        var width = (To - From) / Cells;
        var random = new MersenneTwister(Seed);
        var points = Enumerable.Range(0, Cells * PointsPerCell)
            .Select(i => From + width * (i / PointsPerCell + random.NextDouble())).ToArray();
        var exact = new ExactNumber[points.Length];
        Parallel.For(0, points.Length, i => exact[i] = ExactSigmoid.Slope(points[i]));
        return new SlopeAccuracyResult(
            [.. Enumerable.Range(0, Cells).Select(cell => From + width * (cell + 0.5))],
            [.. formulas.Select(formula =>
            {
                double[][] errors = [.. points.Select((x, i) => exact[i].UlpsFrom(formula.Evaluate(x))).Chunk(PointsPerCell)];
                return new SlopeAccuracy(formula.Name, [.. errors.Select(cell => cell.Max())], [.. errors.Select(cell => cell.Min())]);
            })]);
    }
}
