using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Replication;

namespace ActivationNotes.Course.Checks;

/// <summary>The counts of other seeds belong to the lessons as they are.</summary>
/// <param name="table">The counts.</param>
/// <param name="sources">Knows what lessons are computed from.</param>
public sealed class ReplicationRules(ReplicationTable table, ReplicationSources sources)
{
    /// <summary>What is wrong with the counts of a lesson.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="file">What findings call it.</param>
    public IEnumerable<Finding> Check(Notebook lesson, string file)
    {
        var cells = lesson.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(ParametersCell.Tag)).ToArray();
        if (cells.Length != 1 || !ParametersCell.Read(cells[0].Source).Any(parameter => parameter.Name == ReplicatedLesson.FirstSeedName)) yield break;
        var counted = table.Of(lesson.Name).Values.ToArray();
        var command = $"Run: dotnet run --project lib/ActivationNotes.Course -- replicate {file}";
        if (counted.Length == 0) yield return new Finding(file, null, null, $"its claims were never measured with other seeds. {command}");
        else if (counted[0].Sources != sources.Of(lesson)) yield return new Finding(file, null, null, $"it, a library or the data have changed since its claims were measured with other seeds. {command}");
    }
}
