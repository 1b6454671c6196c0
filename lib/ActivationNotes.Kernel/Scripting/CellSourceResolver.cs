using Microsoft.CodeAnalysis;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>Finds what <c>#load</c> names; a cell is no file and keeps its name.</summary>
/// <param name="folder">The folder relative paths start from: the notebook's.</param>
internal sealed class CellSourceResolver(string folder) : SourceFileResolver([], folder)
{
    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;
}
