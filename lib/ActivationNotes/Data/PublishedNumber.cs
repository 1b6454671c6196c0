namespace ActivationNotes.Data;

/// <summary>A number that a paper or a standard reports.</summary>
/// <param name="Id">Short name by which lessons ask for it.</param>
/// <param name="Quantity">What was measured.</param>
/// <param name="Setting">On what, and how.</param>
/// <param name="Value">The number as printed.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">Authors, title, venue and year.</param>
/// <param name="Place">Table, figure or section of the source.</param>
public sealed record PublishedNumber(
    string Id, string Quantity, string Setting, double Value, string Unit, string Source, string Place);
