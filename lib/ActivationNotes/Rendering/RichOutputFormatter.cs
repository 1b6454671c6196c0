namespace ActivationNotes.Rendering;

/// <summary>
/// Formats an <see cref="IRichOutput"/> in one mime type. Kernels find the two members by their names and signatures.
/// </summary>
internal sealed class RichOutputFormatter(string mimeType)
{
    /// <summary>The mime type this formatter writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value; false, with nothing written, when the value has no form of this mime type.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if ((instance as IRichOutput)?.Render(MimeType) is not { } text) return false;
        writer.Write(text);
        return true;
    }
}
