namespace ActivationNotes.Experiments;

/// <summary>Ways of several seeds under the same conditions.</summary>
/// <param name="Name">What was compared, such as the rule or whether inputs are centred.</param>
/// <param name="At">The place on the axis of a sweep, such as an angle or a mean.</param>
/// <param name="Paths">One for each seed.</param>
public sealed record TrajectorySet(string Name, double At, IReadOnlyList<Trajectory> Paths)
{
    /// <summary>Whether all arrived.</summary>
    public bool AllArrived => Paths.All(path => path.Arrived);

    /// <summary>The median number of steps to the target; one that did not arrive counts with infinitely many.</summary>
    public double MedianSteps => Median(path => path.StepsToTarget);

    /// <summary>The median length of the way to the target; one that did not arrive counts as infinitely long.</summary>
    public double MedianLength => Median(path => path.LengthToTarget);

    /// <summary>A quantile of the number of steps to the target; NaN between ways of which one did not arrive.</summary>
    /// <param name="share">0.25 for the lower end of the middle half, 0.75 for the upper.</param>
    public double StepsQuantile(double share) => Quantile(share, path => path.StepsToTarget);

    /// <summary>A quantile of the length of the way to the target; NaN between ways of which one did not arrive.</summary>
    /// <param name="share">0.25 for the lower end of the middle half, 0.75 for the upper.</param>
    public double LengthQuantile(double share) => Quantile(share, path => path.LengthToTarget);

    /// <summary>Mean share of the steps in which no two weights moved in opposite directions.</summary>
    public double SameSignSteps => Paths.Average(path => path.SameSignSteps);

    /// <summary>Mean of cos^2(step, 1) over the steps of each way, then over the ways.</summary>
    public double CommonMode => Paths.Average(path => path.CommonMode);

    private double Quantile(double share, Func<Trajectory, double> of) => Timing.Statistics.Quantile([.. Paths.Select(of).Order()], share);

    private double Median(Func<Trajectory, double> of) => MathNet.Numerics.Statistics.Statistics.Median(Paths.Select(of));
}
