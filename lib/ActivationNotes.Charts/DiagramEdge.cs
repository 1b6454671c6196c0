namespace ActivationNotes.Charts;

/// <summary>An arrow of a diagram, with what flows along it and what flows back.</summary>
/// <param name="From">Name of the node it leaves.</param>
/// <param name="To">Name of the node it enters.</param>
/// <param name="Forward">What flows forward, written above the arrow, for example "x = 1.00".</param>
/// <param name="Backward">What flows back, written below it, for example "gradient 0.20"; empty when nothing does.</param>
public sealed record DiagramEdge(string From, string To, string Forward, string Backward = "");
