using System.Text.Json.Nodes;

namespace ActivationNotes.Course.Sessions;

/// <summary>How the execution of a cell ended.</summary>
/// <param name="Status">"ok", "error" or "aborted"; empty when no reply came.</param>
/// <param name="ExecutionCount">The number the kernel gave the execution; null when it said none.</param>
/// <param name="Error">The content of the error; null when there was none.</param>
/// <param name="TimedOut">Whether the time was up.</param>
/// <param name="Killed">Whether the kernel had to be killed because it did not heed the interrupt.</param>
public sealed record CellReply(string Status, int? ExecutionCount, JsonObject? Error, bool TimedOut, bool Killed);
