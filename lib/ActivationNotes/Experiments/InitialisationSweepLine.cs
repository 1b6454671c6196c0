namespace ActivationNotes.Experiments;

/// <summary>One activation with one initialisation in an <see cref="InitialisationSweepExperiment"/>.</summary>
/// <param name="Activation">Name of the activation.</param>
/// <param name="Initialisation">Name of the initialisation.</param>
/// <param name="DecayPerLayer">[seeds] By what factor the gradient changes from one hidden layer to the one before it.</param>
/// <param name="FirstGradients">[seeds] Norm of the gradient of the first layer's weights.</param>
/// <param name="FlatShares">[seeds] Share of the hidden units that sit on a flat part.</param>
public sealed record InitialisationSweepLine(
    string Activation, string Initialisation, double[] DecayPerLayer, double[] FirstGradients, double[] FlatShares);
