using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        // A directive can stand for one assembly only, and a package has any number: the session passes those on (Packages).
        if (PackageName.TryParse(reference, out _)) return [FrameworkReferences.Named("System.Runtime")!];

        if (FindFile(reference, baseFilePath) is { } file)
        {
            // What every cell has already is there, whatever the copy is called; a second one would make every use of it ambiguous.
            if (IdentityOf(file) is not { Name: { } name }) return [MetadataReference.CreateFromFile(file)];
            if (FrameworkReferences.Named(name) is { } own) return [own];
            context.AddReference(file);
            return [FrameworkReferences.FromFile(file).WithProperties(properties)];
        }

        return FrameworkReferences.Named(reference) is { } framework ? [framework] : [];
    }

    /// <summary>The assemblies of the packages that source files name with <c>#r "nuget: ..."</c>.</summary>
    /// <param name="trees">The files.</param>
    /// <param name="interruption">Ends a restore.</param>
    /// <exception cref="PackageException">A package cannot be had.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public IReadOnlyList<MetadataReference> Packages(IEnumerable<SyntaxTree> trees, CancellationToken interruption)
    {
        var files = new List<string>();
        foreach (var directive in trees.SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot()).GetReferenceDirectives()))
        {
            try
            {
                if (!PackageName.TryParse(directive.File.ValueText, out var package)) continue;
                var restored = packages.Restore(package, interruption);
                foreach (var native in restored.NativeLibraries) context.AddNativeLibrary(native);
                foreach (var path in restored.RuntimeAssemblies) context.AddReference(path);
                files.AddRange(restored.CompileAssemblies);
            }
            catch (PackageException failure)
            {
                if (!Path.IsPathRooted(directive.SyntaxTree.FilePath)) failure.Line = directive.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                throw;
            }
        }

        return [.. files.Distinct(StringComparer.Ordinal).Where(path => FrameworkReferences.Named(Path.GetFileNameWithoutExtension(path)) is null)
            .Select(FrameworkReferences.FromFile)];
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

    // Null when the file is no managed assembly, which the compiler then says (CS0009).
    private static AssemblyName? IdentityOf(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
