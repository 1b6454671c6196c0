namespace ActivationNotes.Experiments;

/// <summary>Ways of several seeds under the same conditions.</summary>
/// <param name="Name">What was compared, such as the rule or whether inputs are centred.</param>
/// <param name="At">The place on the axis of a sweep, such as an angle or a mean.</param>
/// <param name="Paths">One for each seed.</param>
public sealed record TrajectorySet(string Name, double At, IReadOnlyList<Trajectory> Paths)
{
    /// <summary>Whether all arrived.</summary>
    public bool AllArrived => Paths.All(path => path.Arrived);

    /// <summary>The median number of steps.</summary>
    public double MedianSteps => Median(path => path.Steps);

    /// <summary>The median length of the way.</summary>
    public double MedianLength => Median(path => path.PathLength);

    /// <summary>Mean share of the steps in which no two weights moved in opposite directions.</summary>
    public double SameSignSteps => Paths.Average(path => path.SameSignSteps);

    private double Median(Func<Trajectory, double> of) => MathNet.Numerics.Statistics.Statistics.Median(Paths.Select(of));
}
