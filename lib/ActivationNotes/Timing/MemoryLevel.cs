namespace ActivationNotes.Timing;

/// <summary>How fast data moves between a core and one level of memory.</summary>
/// <param name="Name">"L1" to "L3", "DRAM", or what the memory of a GPU is called.</param>
/// <param name="WorkingSet">Bytes that the measurement went over again and again; 0 where the figure is published.</param>
/// <param name="BytesPerSecond">Bytes read and bytes written, together.</param>
public sealed record MemoryLevel(string Name, long WorkingSet, double BytesPerSecond);
