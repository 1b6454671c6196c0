namespace ActivationNotes.Diagnostics;

/// <summary>Signs of the steps of a way, measured as those of gradients are.</summary>
/// <param name="SameSign">Share of the steps in which no two weights moved in opposite directions; 1 without steps.</param>
/// <param name="CommonMode">Mean of cos^2(step, 1), the share of a step along (1, ..., 1); NaN if nothing moved.</param>
public sealed record StepSigns(double SameSign, double CommonMode)
{
    /// <summary>Measures a way.</summary>
    /// <param name="points">[1 + steps][weights] The weights before the first step and after each.</param>
    public static StepSigns Of(IReadOnlyList<double[]> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        double[][] steps = [.. points.Zip(points.Skip(1), (before, after) => after.Zip(before, (end, start) => end - start).ToArray())];
        return new StepSigns(
            steps.Select(step => GradientSigns.ShareOneSign(step) ? 1.0 : 0).DefaultIfEmpty(1).Average(),
            steps.Where(step => step.Any(change => change != 0)).Select(step => GradientSigns.CommonModeShare(step)).DefaultIfEmpty(double.NaN).Average());
    }
}
