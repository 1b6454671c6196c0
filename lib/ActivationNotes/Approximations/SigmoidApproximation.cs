using ActivationNotes.Activations;

namespace ActivationNotes.Approximations;

/// <summary>A function that stands in for the sigmoid where an exponential is too dear.</summary>
/// <param name="Function">The function, with its name and source.</param>
/// <param name="MaximumError">Largest distance from the sigmoid on all of the real line, rounded up in its fourth digit.</param>
public sealed record SigmoidApproximation(IActivation Function, double MaximumError)
{
    /// <summary>All of the course, from the coarsest to the finest.</summary>
    public static IReadOnlyList<SigmoidApproximation> All { get; } =
    [
        new(new HardSigmoid(), 0.06919),
        new(new PlanSigmoid(), 0.01895),
        new(new SchraudolphSigmoid(), 0.01005),
        new(new RationalSigmoid(), 0.0005308),
        new(new TableSigmoid(), 0.00004712),
    ];

    /// <summary>What tables and figures call it.</summary>
    public string Name => Function.Info.Title;
}
