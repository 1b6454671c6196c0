namespace ActivationNotes.Experiments;

/// <summary>What networks reach with one function in place of the sigmoid.</summary>
/// <param name="Name">The function.</param>
/// <param name="Trained">Test accuracy of networks trained and run with it, one for each seed.</param>
/// <param name="Swapped">Test accuracy of networks trained with the sigmoid and run with it, one for each seed.</param>
public sealed record ApproximatedNetworkResult(string Name, double[] Trained, double[] Swapped);
