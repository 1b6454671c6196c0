using ActivationNotes.Numbers;

namespace ActivationNotes.Experiments;

/// <summary>A sigmoid fitted to a curve: height x s(steepness (x - midpoint)).</summary>
/// <param name="Height">Where the fitted curve flattens, in the unit of y.</param>
/// <param name="Steepness">How fast it rises, per unit of x.</param>
/// <param name="Midpoint">Where it is at half its height, in the unit of x.</param>
/// <param name="RootMeanSquareError">Typical distance of the points from it, in the unit of y.</param>
/// <param name="LargestError">The largest distance of a point from it, in the unit of y.</param>
public sealed record SigmoidFit(double Height, double Steepness, double Midpoint, double RootMeanSquareError, double LargestError)
{
    /// <summary>The fitted curve.</summary>
    /// <param name="x">Where to evaluate it.</param>
    public double Value(double x) => Curve(Height, Steepness, Midpoint, x);

    /// <summary>Fits by least squares, with MathNet's simplex search from a start read off the data.</summary>
    /// <param name="x">Places, increasing; at least 4.</param>
    /// <param name="y">Values there.</param>
    public static SigmoidFit To(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count || x.Count < 4)
            throw new ArgumentException($"A sigmoid has 3 parameters: give at least 4 points, as many x as y; got {x.Count} and {y.Count}.", nameof(y));
        double[] places = [.. x], values = [.. y];
        var top = values.Max();
        var half = places[Array.FindIndex(values, value => value >= top / 2)];
        var (height, steepness, midpoint) = MathNet.Numerics.Fit.Curve(
            places, values, Curve, top, 8 / (places[^1] - places[0]), half, 1e-10, 20_000);
        var errors = places.Select((place, i) => Math.Abs(values[i] - Curve(height, steepness, midpoint, place))).ToArray();
        return new SigmoidFit(height, steepness, midpoint, Math.Sqrt(errors.Average(error => error * error)), errors.Max());
    }

    private static double Curve(double height, double steepness, double midpoint, double x) =>
        height * Elementary.Logistic(steepness * (x - midpoint));
}
