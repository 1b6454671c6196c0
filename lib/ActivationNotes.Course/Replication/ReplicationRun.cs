using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Replication;

/// <summary>One run of a replication.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Name">What progress calls it: "seeds 11 to 20".</param>
/// <param name="Notebook">The notebook with its parameters.</param>
/// <param name="Kernel">The kernel, with the variables of its mode.</param>
/// <param name="Keep">Keeps what came of it, and says it in a few words.</param>
public sealed record ReplicationRun(ReplicatedLesson Lesson, string Name, Notebook Notebook, KernelSpec Kernel, Func<Notebook, string> Keep);
