namespace ActivationNotes.Timing;

/// <summary>A function applied to every element of a span: <c>TensorPrimitives.Sigmoid</c> is one, an activation's <c>Values</c> another.</summary>
/// <param name="x">The inputs.</param>
/// <param name="y">Receives the results; as long as <paramref name="x"/>.</param>
public delegate void FloatMap(ReadOnlySpan<float> x, Span<float> y);
