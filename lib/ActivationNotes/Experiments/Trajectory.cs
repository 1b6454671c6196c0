using ActivationNotes.Diagnostics;
using MathNet.Numerics;

namespace ActivationNotes.Experiments;

/// <summary>The way of weights from step to step.</summary>
/// <param name="Name">The rule that was followed.</param>
/// <param name="Rate">Its learning rate.</param>
/// <param name="Points">[1 + steps][weights] The weights before the first step and after each.</param>
/// <param name="Target">[weights] Where the way was to end.</param>
/// <param name="Arrived">Whether it came near the target.</param>
public sealed record Trajectory(string Name, double Rate, IReadOnlyList<double[]> Points, IReadOnlyList<double> Target, bool Arrived)
{
    /// <summary>How many steps were made.</summary>
    public int Steps => Points.Count - 1;

    /// <summary>Length of the whole way.</summary>
    public double PathLength => Points.Zip(Points.Skip(1), Distance.Euclidean).Sum();

    /// <summary>Steps until it arrived; infinitely many if it did not, so that a way that was lost never counts as a short one.</summary>
    public double StepsToTarget => Arrived ? Steps : double.PositiveInfinity;

    /// <summary>Length of the way until it arrived; infinite if it did not.</summary>
    public double LengthToTarget => Arrived ? PathLength : double.PositiveInfinity;

    /// <summary>Length of the way over the straight distance from its start to its end; 1 is straight.</summary>
    public double Detour => PathLength / Distance.Euclidean(Points[0], Points[^1]);

    /// <summary>Share of the steps in which no two weights moved in opposite directions.</summary>
    public double SameSignSteps => Signs.SameSign;

    /// <summary>Mean of cos^2(step, 1): the share of a step that moves all weights alike.</summary>
    public double CommonMode => Signs.CommonMode;

    /// <summary>Both of them.</summary>
    public StepSigns Signs => StepSigns.Of(Points);
}
