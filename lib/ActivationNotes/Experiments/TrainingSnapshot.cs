namespace ActivationNotes.Experiments;

/// <summary>A look into a network in training, at the same images every time.</summary>
/// <param name="Epoch">Epochs finished; 0 before training.</param>
/// <param name="Loss">Loss on those images, in nats.</param>
/// <param name="WeightGradients">[dense layers] Norm of the gradient of each layer's weights.</param>
/// <param name="BiasGradients">[dense layers] The same for each layer's bias.</param>
/// <param name="UpdateRatios">[dense layers] By what share of themselves the weights have changed in the last epoch; 0 before training.</param>
/// <param name="FlatFractions">[hidden layers] Share of the units on a flat part of their activation.</param>
/// <param name="Activations">[hidden layers] Distribution of the units' outputs.</param>
public sealed record TrainingSnapshot(
    int Epoch, double Loss, double[] WeightGradients, double[] BiasGradients, double[] UpdateRatios, double[] FlatFractions, Distribution[] Activations);
