using System.Globalization;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Replication;

/// <summary>A lesson as replication runs it.</summary>
/// <param name="Job">The notebook's file.</param>
/// <param name="Notebook">The notebook without the cells that only measure time.</param>
/// <param name="IsTimed">Whether it measures time all the same, so that it has to run alone.</param>
/// <param name="Sources">The hash of what it is computed from.</param>
/// <param name="FirstSeed">Its own first seed; null when it draws nothing by chance.</param>
/// <param name="SeedCount">How many seeds a set has.</param>
public sealed record ReplicatedLesson(NotebookJob Job, Notebook Notebook, bool IsTimed, string Sources, int? FirstSeed, int SeedCount)
{
    /// <summary>The parameter that holds the first seed.</summary>
    public const string FirstSeedName = "firstSeed";

    /// <summary>The parameter that holds the number of seeds.</summary>
    public const string SeedCountName = "seedCount";

    /// <summary>Reads a lesson.</summary>
    /// <exception cref="NotebookException">It cannot be read.</exception>
    public static ReplicatedLesson Read(NotebookJob job, ReplicationSources sources)
    {
        var source = NotebookReader.Read(job.Path, job.Shown);
        var parameters = ParametersCell.Find(source, job.Shown)?.Parameters ?? [];
        var (first, count) = (Number(parameters, FirstSeedName), Number(parameters, SeedCountName));
        var (notebook, isTimed) = TimedCells.Skip(source);
        return new ReplicatedLesson(job, notebook, isTimed, sources.Of(source), count is > 0 ? first : null, count ?? 0);
    }

    /// <summary>The first seeds of sets that come after the lesson's own.</summary>
    /// <param name="sets">How many sets.</param>
    /// <param name="first">The first seed of the first set; that after the lesson's own seeds when null.</param>
    public IEnumerable<int> Seeds(int sets, int? first) => FirstSeed is not { } own ? [] : Enumerable.Range(0, sets).Select(set => (first ?? (own + SeedCount)) + (set * SeedCount));

    /// <summary>The notebook with other seeds.</summary>
    public Notebook With(int firstSeed) => ParametersCell.Replace(Notebook, Job.Shown, new Dictionary<string, string> { [FirstSeedName] = firstSeed.ToString(CultureInfo.InvariantCulture) });

    private static int? Number(IReadOnlyList<Parameter> parameters, string name) =>
        parameters.FirstOrDefault(parameter => parameter.Name == name) is { Type: "int" } found && int.TryParse(found.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
