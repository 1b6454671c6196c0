using System.Collections.Concurrent;
using System.Reflection.PortableExecutable;
using ActivationNotes.Kernel.Functions;
using ActivationNotes.Kernel.Language;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// Metadata of assemblies, read once per process. Only the metadata section of a file is read: a compiler needs no code.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly string s_folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), PortableExecutableReference> s_cache = new();
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_paths = new(FindPaths);
    private static readonly Lazy<IReadOnlyDictionary<string, PortableExecutableReference>> s_byName = new(ReadAll);
    private static readonly Lazy<IReadOnlyList<MetadataReference>> s_all = new(() => [.. s_paths.Value.Keys.Select(name => s_byName.Value[name])]);

    /// <summary>What every cell can use: the framework, the formatting library and the functions of notebooks.</summary>
    public static IReadOnlyList<MetadataReference> All => s_all.Value;

    /// <summary>
    /// One of those by its simple name; null when it is none of them. It is the same object as in <see cref="All"/>, also when the
    /// file has been built anew meanwhile: two copies of one assembly make every use of it ambiguous.
    /// </summary>
    public static PortableExecutableReference? Named(string name) => s_byName.Value.GetValueOrDefault(name);

    /// <summary>The files of those assemblies by their simple names.</summary>
    public static IReadOnlyDictionary<string, string> Paths => s_paths.Value;

    /// <summary>The metadata of an assembly.</summary>
    public static PortableExecutableReference FromFile(string path) => s_cache.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), key =>
    {
        using var stream = File.OpenRead(key.Path);
        return AssemblyMetadata.CreateFromStream(stream, PEStreamOptions.PrefetchMetadata).GetReference(
            Documentation(key.Path), filePath: key.Path, display: key.Path);
    });

    /// <summary>The documentation of an assembly's members.</summary>
    public static DocumentationProvider Documentation(string path) =>
        Path.GetDirectoryName(path) == s_folder ? XmlFileDocumentation.Framework : XmlFileDocumentation.Beside(path);

    private static ConcurrentDictionary<string, PortableExecutableReference> ReadAll()
    {
        var references = new ConcurrentDictionary<string, PortableExecutableReference>(StringComparer.OrdinalIgnoreCase);
        Parallel.ForEach(s_paths.Value.Keys, name => references[name] = FromFile(s_paths.Value[name]));
        return references;
    }

    private static SortedDictionary<string, string> FindPaths()
    {
        var paths = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        foreach (var path in trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Path.GetDirectoryName(path) == s_folder) paths[Path.GetFileNameWithoutExtension(path)] = path;
        }

        foreach (var type in new[] { typeof(Formatter), typeof(IHtmlContent), typeof(NotebookFunctions) })
            paths[type.Assembly.GetName().Name!] = type.Assembly.Location;

        return paths;
    }
}
