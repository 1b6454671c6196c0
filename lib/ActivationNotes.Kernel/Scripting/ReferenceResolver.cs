using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>Finds what <c>#r</c> names, and what that needs in turn, for the compiler.</summary>
/// <param name="folder">The folder relative paths start from: the notebook's.</param>
/// <param name="context">Where the same assemblies are loaded from when the cell runs.</param>
/// <param name="packages">Restores packages.</param>
internal sealed class ReferenceResolver(string folder, NotebookLoadContext context, PackageRestorer packages) : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (PackageName.TryParse(reference, out var package))
        {
            var restored = packages.Restore(package);
            foreach (var native in restored.NativeLibraries) context.AddNativeLibrary(native);
            foreach (var path in restored.RuntimeAssemblies) context.AddReference(path);
            return [.. restored.CompileAssemblies.Where(path => !FrameworkReferences.Paths.ContainsKey(Path.GetFileNameWithoutExtension(path)))
                .Select(path => FrameworkReferences.FromFile(path).WithProperties(properties)).Cast<PortableExecutableReference>()];
        }

        if (FindFile(reference, baseFilePath) is { } file)
        {
            // The kernel's own copy of a shared assembly is already there; a second one would make every use of it ambiguous.
            var name = Path.GetFileNameWithoutExtension(file);
            if (FrameworkReferences.Named(name) is { } own) return [own];
            context.AddReference(file);
            return [FrameworkReferences.FromFile(file).WithProperties(properties)];
        }

        return FrameworkReferences.Named(reference) is { } framework ? [framework] : [];
    }

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (FrameworkReferences.Named(referenceIdentity.Name) is { } framework) return framework;
        var beside = (definition as PortableExecutableReference)?.FilePath is { } path
            ? Path.Combine(Path.GetDirectoryName(path)!, referenceIdentity.Name + ".dll")
            : null;
        var found = File.Exists(beside) ? beside : context.Find(referenceIdentity.Name);
        return found is null ? null : FrameworkReferences.FromFile(found);
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private string? FindFile(string reference, string? baseFilePath)
    {
        var folders = new List<string>();
        if (baseFilePath is not null && Path.IsPathRooted(baseFilePath)) folders.Add(Path.GetDirectoryName(baseFilePath)!);
        folders.Add(folder);
        return folders.Select(start => Path.GetFullPath(Path.Combine(start, reference))).FirstOrDefault(File.Exists);
    }
}
