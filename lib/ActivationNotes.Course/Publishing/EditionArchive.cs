using System.IO.Compression;
using System.Text;
using ActivationNotes.Course.Checks;
using ActivationNotes.Course.Kernels;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Publishing;

/// <summary>An edition as one zip that needs no build: notebooks, libraries, data, and a kernel ready to be registered.</summary>
/// <param name="workspace">The course, built.</param>
public sealed class EditionArchive(Workspace workspace)
{
    // Zip knows no earlier date. One for all: the same course gives the same bytes.
    private static readonly DateTimeOffset s_date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A plain file that its owner may write and everybody read, where zip keeps the mode of POSIX.
    private const int Mode = 0x81A4 << 16;

    /// <summary>The name of the zip, and of the one folder in it.</summary>
    public static string NameOf(Edition edition) => "activation-notes-" + edition.Name;

    /// <summary>Writes the zip.</summary>
    /// <param name="edition">What it holds.</param>
    /// <param name="folder">Where; it is made when it is missing.</param>
    /// <returns>The file.</returns>
    /// <exception cref="CourseException">The course is not built, or the zip cannot be written; one of before is unchanged.</exception>
    public string Write(Edition edition, string folder)
    {
        if (!Directory.Exists(workspace.Libraries) || !File.Exists(workspace.Kernel))
            throw new CourseException($"The libraries {workspace.Libraries} or the kernel {workspace.Kernel} are not built. Run: dotnet build");
        var path = Path.Combine(folder, NameOf(edition) + ".zip");
        var entries = Entries(edition);
        AtomicFile.Write(path, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (name, content) in entries)
            {
                var entry = archive.CreateEntry($"{NameOf(edition)}/{name}", CompressionLevel.Optimal);
                entry.LastWriteTime = s_date;
                entry.ExternalAttributes = Mode;
                using var target = entry.Open();
                target.Write(content());
            }
        });
        return path;
    }

    private SortedDictionary<string, Func<byte[]>> Entries(Edition edition)
    {
        var entries = new SortedDictionary<string, Func<byte[]>>(StringComparer.Ordinal);
        foreach (var notebook in edition.Notebooks)
        {
            entries[$"notebooks/{notebook.Name}.ipynb"] = () => Encoding.UTF8.GetBytes(notebook.ToText());
            // What the prose leads to goes along, so that no link breaks.
            foreach (var file in LinkRules.Files(notebook, workspace.Notebooks).Where(file => !file.EndsWith(".ipynb", StringComparison.Ordinal)))
            {
                var name = Path.GetRelativePath(workspace.Root, file).Replace('\\', '/');
                if (!name.StartsWith("../", StringComparison.Ordinal)) entries[name] = () => File.ReadAllBytes(file);
            }
        }

        AddFolder(entries, workspace.Libraries, "lib/bin");
        AddFolder(entries, workspace.Data, "data");
        AddFolder(entries, Path.GetDirectoryName(workspace.Kernel)!, "kernel");
        // Jupyter puts the folder of the registered kernel in place of {resource_dir}.
        foreach (var (name, content) in KernelRegistration.Files("{resource_dir}/" + Path.GetFileName(workspace.Kernel))) entries["kernel/" + name] = () => content;
        var license = Path.Combine(workspace.Root, "LICENSE");
        if (File.Exists(license)) entries["LICENSE"] = () => File.ReadAllBytes(license);
        entries["README.md"] = () => Encoding.UTF8.GetBytes(Readme(edition));
        return entries;
    }

    private void AddFolder(SortedDictionary<string, Func<byte[]>> entries, string folder, string name)
    {
        if (!Directory.Exists(folder)) return;
        var launcher = Path.GetFileNameWithoutExtension(workspace.Kernel);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            // Debugging symbols, and the launcher, which is a program for one system alone.
            if (Path.GetExtension(file) is ".pdb" or ".exe" || Path.GetFileName(file) == launcher) continue;
            entries[$"{name}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}"] = () => File.ReadAllBytes(file);
        }
    }

    private static string Readme(Edition edition) => $"""
        # ActivationNotes, {edition.Name}'s edition

        {edition.Contents}

        You need the .NET SDK 10 and one of these programs. Nothing has to be built: the libraries are in `lib/bin`.
        Keep the folders together; the notebooks look for `../lib/bin` and `../data`.

        **Jupyter.** Register the kernel in the folder `kernel` once, then open a notebook:

        ```sh
        jupyter kernelspec install --user --name .net-csharp kernel
        jupyter notebook notebooks
        ```

        If .NET Interactive is installed, its kernel has that name already and will do. Or choose another name, and choose the
        kernel "C# (ActivationNotes)" in the notebook.

        **VS Code.** With the Jupyter extension, register the kernel as above and choose "C# (ActivationNotes)". With the
        Polyglot Notebooks extension, choose ".NET Interactive" and register nothing.

        This zip was made on {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}. Lesson 04 loads a library of ONNX Runtime that is compiled for that
        system, and the kernel starts fastest there. On another system all the rest works; for lesson 04, build the course there.

        Begin with `notebooks/{edition.Notebooks[0].Name}.ipynb`, run the cells from the top.

        """;
}
