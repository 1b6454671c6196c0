using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Site;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The site of the gallery, written once.</summary>
public sealed class FixtureSite : TestedSite, IDisposable
{
    public FixtureSite() : base(Directory.CreateTempSubdirectory("site-tests-").FullName) => Write(Folder, Chromium.Path, Gallery.First, Gallery.Notebook);

    /// <summary>Writes a site of notebooks into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="browser">Takes the pictures of figures; null for none.</param>
    /// <param name="notebooks">The executed notebooks.</param>
    public static void Write(string folder, string? browser, params Notebook[] notebooks)
    {
        var sources = Directory.CreateTempSubdirectory("site-tests-sources-");
        try
        {
            var lessons = notebooks.Select(notebook =>
            {
                var source = Path.Combine(sources.FullName, notebook.Name + ".ipynb");
                File.WriteAllText(source, JsonText.Indented(notebook.Node));
                return new SiteLesson(notebook, source);
            });
            SiteWriter.Write(new SiteInput([.. lessons], Browser: browser) { Replications = Gallery.Replications }, folder);
        }
        finally
        {
            sources.Delete(recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
