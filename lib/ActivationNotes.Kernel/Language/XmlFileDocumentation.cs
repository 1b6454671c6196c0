using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ActivationNotes.Kernel.Language;

/// <summary>
/// Documentation of an assembly's members out of XML files. The files are searched as text each time: they are large, and
/// a session asks for a handful of members.
/// </summary>
/// <param name="files">The files that may hold a member, the likeliest first; asked for when first needed.</param>
internal sealed class XmlFileDocumentation(Func<IReadOnlyList<string>> files) : DocumentationProvider
{
    private static readonly Lazy<IReadOnlyList<string>> s_frameworkFiles = new(FindFrameworkFiles);

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<string>> _files = new(files);

    /// <summary>The framework's documentation, when an SDK is installed.</summary>
    public static XmlFileDocumentation Framework { get; } = new(() => s_frameworkFiles.Value);

    /// <summary>The documentation beside an assembly.</summary>
    public static XmlFileDocumentation Beside(string assembly) =>
        new(() => File.Exists(Path.ChangeExtension(assembly, ".xml")) ? [Path.ChangeExtension(assembly, ".xml")] : []);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    protected override string GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _known.GetOrAdd(documentationMemberID, id =>
        {
            // The format escapes generic parameters' angle brackets by other characters, so the id stands in the file as it is.
            var start = Encoding.UTF8.GetBytes($"<member name=\"{id}\">");
            foreach (var file in _files.Value)
            {
                var bytes = File.ReadAllBytes(file).AsSpan();
                var from = bytes.IndexOf(start);
                if (from < 0) continue;
                var length = bytes[from..].IndexOf("</member>"u8);
                if (length > 0) return Encoding.UTF8.GetString(bytes.Slice(from, length + "</member>".Length));
            }

            return "";
        });

    private static IReadOnlyList<string> FindFrameworkFiles()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return [];
        var version = Environment.Version;
        var pack = Directory.EnumerateDirectories(packs, $"{version.Major}.{version.Minor}.*").Order(StringComparer.Ordinal).LastOrDefault();
        return pack is null ? [] : [.. Directory.EnumerateFiles(pack, "*.xml", SearchOption.AllDirectories)
            .OrderBy(file => Path.GetFileName(file) is "System.Runtime.xml" ? 0 : 1).ThenBy(file => file, StringComparer.Ordinal)];
    }
}
