namespace ActivationNotes.Charts;

/// <summary>A box of a diagram.</summary>
/// <param name="Name">What is in the box; unique in its diagram.</param>
/// <param name="Column">Place from left to right, from 0; fractions are allowed.</param>
/// <param name="Row">Place from top to bottom, from 0; fractions are allowed.</param>
public sealed record DiagramNode(string Name, double Column, double Row = 0);
