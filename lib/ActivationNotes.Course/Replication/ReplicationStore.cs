using System.Globalization;
using System.Text.Json;
using ActivationNotes.Course.Claims;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Replication;

/// <summary>
/// What each run of a replication said, a file a run, so that one that was stopped goes on where it was. A lesson, a library or a datum that changes begins anew,
/// and so does a library that was built from other sources than those that lie there.
/// </summary>
/// <param name="workspace">The course.</param>
public sealed class ReplicationStore(Workspace workspace)
{
    private readonly string _library = Fingerprint.HashOf(Path.Combine(workspace.Libraries, nameof(ActivationNotes) + ".dll"));

    /// <summary>Whether the library was built anew since this was made.</summary>
    public bool IsOutdated => _library != Fingerprint.HashOf(Path.Combine(workspace.Libraries, nameof(ActivationNotes) + ".dll"));

    /// <summary>What a set of seeds said of the claims; null when it has not been run.</summary>
    public IReadOnlyList<Claim>? Claims(ReplicatedLesson lesson, int firstSeed) => Read<Claim[]>(SetPath(lesson, firstSeed));

    /// <summary>What some set of seeds said, for the sentences and bounds of the claims; null when none has been run.</summary>
    public IReadOnlyList<Claim>? AnyClaims(ReplicatedLesson lesson) =>
        Directory.Exists(Folder(lesson)) ? Directory.EnumerateFiles(Folder(lesson), "seeds-*.json").Order(StringComparer.Ordinal).Select(Read<Claim[]>).FirstOrDefault(claims => claims is not null) : null;

    /// <summary>Keeps what a set of seeds said.</summary>
    public void Keep(ReplicatedLesson lesson, int firstSeed, IReadOnlyList<Claim> claims) => AtomicFile.Write(SetPath(lesson, firstSeed), JsonSerializer.Serialize(claims) + "\n");

    /// <summary>What differed on another machine; null when it has not been run.</summary>
    public IReadOnlyList<string>? Differences(ReplicatedLesson lesson, MachineMode mode) => Read<string[]>(ModePath(lesson, mode));

    /// <summary>Keeps what differed.</summary>
    public void Keep(ReplicatedLesson lesson, MachineMode mode, IReadOnlyList<string> differences) => AtomicFile.Write(ModePath(lesson, mode), JsonSerializer.Serialize(differences) + "\n");

    /// <summary>The run on this machine as it is, with which the others are compared; null when there was none.</summary>
    public Notebook? Plain(ReplicatedLesson lesson)
    {
        try
        {
            return NotebookReader.Read(PlainPath(lesson));
        }
        catch (NotebookException)
        {
            return null;
        }
    }

    /// <summary>Keeps the run on this machine as it is.</summary>
    public void KeepPlain(ReplicatedLesson lesson, Notebook executed) => AtomicFile.Write(PlainPath(lesson), JsonText.Indented(executed.Node));

    /// <summary>Forgets what a lesson said.</summary>
    public void Forget(ReplicatedLesson lesson)
    {
        if (Directory.Exists(Folder(lesson))) Directory.Delete(Folder(lesson), recursive: true);
    }

    private string Folder(ReplicatedLesson lesson) => Path.Combine(workspace.ReplicationRuns, lesson.Job.Name, Fingerprint.HashOfText(lesson.Sources + _library)[..16]);

    private string SetPath(ReplicatedLesson lesson, int firstSeed) => Path.Combine(Folder(lesson), string.Create(CultureInfo.InvariantCulture, $"seeds-{firstSeed}.json"));

    private string ModePath(ReplicatedLesson lesson, MachineMode mode) => Path.Combine(Folder(lesson), mode.Name + ".json");

    private string PlainPath(ReplicatedLesson lesson) => Path.Combine(Folder(lesson), "plain.ipynb");

    private static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            // Somebody else's file: the run is repeated.
            return null;
        }
    }
}
