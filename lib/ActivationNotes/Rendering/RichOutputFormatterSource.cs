namespace ActivationNotes.Rendering;

/// <summary>The formatters of every <see cref="IRichOutput"/>; kernels create it and find its method by name.</summary>
internal sealed class RichOutputFormatterSource
{
    /// <summary>One formatter for each of <see cref="MimeTypes.All"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822:Mark members as static",
        Justification = "Kernels call it on an instance they created.")]
    public IEnumerable<object> CreateTypeFormatters() => MimeTypes.All.Select(mimeType => new RichOutputFormatter(mimeType));
}
