using ActivationNotes.Activations;

namespace ActivationNotes.Charts.Lessons;

/// <summary>Figures of the activations themselves, for any lesson.</summary>
public static class ActivationFigures
{
    /// <summary>Values of several activations in one panel, their slopes in another.</summary>
    /// <param name="activations">What to compare, two or more of different names.</param>
    /// <param name="from">Left end of the x axis.</param>
    /// <param name="to">Right end of the x axis.</param>
    public static Figure Compare(IReadOnlyList<IActivation> activations, double from, double to)
    {
        var names = string.Join(", ", activations.Select(activation => activation.Info.Title));
        return Plot.SideBySide($"Values and slopes: {names}",
                Plot.Lines("value", "input x", "value", [.. activations.Select(one => Series.OfFunction(one.Info.Name, x => one.Value(x), from, to))]),
                Plot.Lines("slope", "input x", "slope", [.. activations.Select(one => Series.OfFunction(one.Info.Name, x => one.Derivative(x), from, to))]))
            .WithCaption("Value: what each function makes of its input x. Slope: how fast it changes there. The slope is what a gradient is multiplied by on its way back.");
    }
}
