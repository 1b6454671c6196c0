namespace ActivationNotes.Experiments;

/// <summary>Signs of the gradients of minibatches of one size.</summary>
/// <param name="Size">Examples in a minibatch.</param>
/// <param name="SameSign">Share of the minibatches whose gradient has no two components of opposite signs.</param>
/// <param name="CommonMode">Mean of cos^2(g, 1), the share of the gradient along (1, ..., 1).</param>
public sealed record MinibatchSigns(int Size, double SameSign, double CommonMode);
