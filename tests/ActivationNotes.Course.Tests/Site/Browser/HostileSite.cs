namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The site of the hostile notebook, written once.</summary>
public sealed class HostileSite : IDisposable
{
    public HostileSite() => FixtureSite.Write(Folder, Chromium.Path, HostileNotebook.Notebook);

    /// <summary>The folder that holds index.html.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("site-tests-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
