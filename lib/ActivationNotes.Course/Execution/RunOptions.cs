using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Execution;

/// <summary>How notebooks are run.</summary>
/// <param name="Kernel">The kernel that runs them.</param>
/// <param name="CellLimit">The time a cell may take; null for no limit.</param>
/// <param name="Parallel">How many run at a time.</param>
/// <param name="Force">Whether they run even when nothing has changed.</param>
/// <param name="FailFast">Whether the first failure stops the others.</param>
public sealed record RunOptions(KernelSpec Kernel, TimeSpan? CellLimit, int Parallel, bool Force, bool FailFast)
{
    /// <summary>The values that replace those of the notebook's parameters, by their names.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
