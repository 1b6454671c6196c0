using System.Collections.Immutable;
using ActivationNotes.Kernel.Scripting;
using Microsoft.CodeAnalysis;

namespace ActivationNotes.Kernel.Language;

/// <summary>Finds what <c>#r</c> names as the session does, for an editor: with references of its own, and without complaint.</summary>
/// <param name="session">The session's resolver.</param>
/// <param name="own">Gives the editor's own reference to the same file.</param>
internal sealed class EditorReferenceResolver(
    MetadataReferenceResolver session, Func<PortableExecutableReference, PortableExecutableReference> own) : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => session.ResolveMissingAssemblies;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        try
        {
            return [.. session.ResolveReference(reference, baseFilePath, properties).Select(own)];
        }
        catch (Exception error) when (error is PackageException or BadImageFormatException or IOException)
        {
            // A package's name that is still being typed, or a file that is no library: running the cell will tell.
            return [];
        }
    }

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        session.ResolveMissingAssembly(definition, referenceIdentity) is { } found ? own(found) : null;

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
