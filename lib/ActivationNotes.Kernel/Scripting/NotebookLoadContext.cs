using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// Loads what a notebook refers to, apart from the kernel's own assemblies, so that a notebook may use other versions of
/// them. Dependencies are looked for beside each referenced assembly. What is not found here is asked of the default
/// context, whose <see cref="AssemblyLoadContext.Resolving"/> event a library may have hooked.
/// </summary>
internal sealed class NotebookLoadContext() : AssemblyLoadContext("Notebook")
{
    // The notebook and the kernel must mean the same types: formatters are registered there and used here.
    private static readonly HashSet<string> s_shared = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions", "ActivationNotes.Kernel.Functions",
    };

    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _native = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Assembly> _submissions = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];

    /// <summary>Makes an assembly known, and the folder it lies in.</summary>
    public void AddReference(string path)
    {
        _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        AddFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes a native library known.</summary>
    public void AddNativeLibrary(string path) => _native.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    /// <summary>Loads a compiled cell.</summary>
    public Assembly LoadSubmission(MemoryStream image, MemoryStream symbols)
    {
        var assembly = LoadFromStream(image, symbols);
        _submissions[assembly.GetName().Name!] = assembly;
        return assembly;
    }

    /// <summary>The file of an assembly beside one of the references; null when there is none.</summary>
    public string? Find(string simpleName)
    {
        if (_paths.TryGetValue(simpleName, out var known)) return known;
        string[] folders;
        lock (_folders) folders = [.. _folders];
        return folders.Select(folder => Path.Combine(folder, simpleName + ".dll")).FirstOrDefault(File.Exists);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? "";
        if (_submissions.TryGetValue(name, out var submission)) return submission;
        if (s_shared.Contains(name)) return Default.LoadFromAssemblyName(new AssemblyName(name));
        if (Find(name) is not { } path) return null;

        // Packages carry copies of framework assemblies; the framework's own wins unless the copy is newer.
        if (FrameworkReferences.Paths.TryGetValue(name, out var framework)
            && AssemblyName.GetAssemblyName(framework).Version >= AssemblyName.GetAssemblyName(path).Version)
            return null;
        return LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var name in new[] { unmanagedDllName, "lib" + unmanagedDllName, Path.GetFileNameWithoutExtension(unmanagedDllName) })
        {
            if (_native.TryGetValue(name, out var path)) return LoadUnmanagedDllFromPath(path);
        }

        string[] folders;
        lock (_folders) folders = [.. _folders];
        foreach (var folder in folders)
        {
            foreach (var place in new[] { folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native") })
            {
                foreach (var pattern in new[] { "{0}", "lib{0}.so", "{0}.so", "{0}.dll", "lib{0}.dylib", "{0}.dylib" })
                {
                    var path = Path.Combine(place, pattern.Replace("{0}", unmanagedDllName, StringComparison.Ordinal));
                    if (File.Exists(path)) return LoadUnmanagedDllFromPath(path);
                }
            }
        }

        return 0;
    }

    private void AddFolder(string folder)
    {
        lock (_folders)
        {
            if (!_folders.Contains(folder)) _folders.Add(folder);
        }
    }
}
