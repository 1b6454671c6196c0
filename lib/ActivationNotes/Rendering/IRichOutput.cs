namespace ActivationNotes.Rendering;

/// <summary>
/// A value that renders itself in a notebook. A type becomes one by implementing this interface, by carrying
/// <c>[TypeFormatterSource(typeof(RichOutputFormatterSource), PreferredMimeTypes = [...])]</c> with one or more of the
/// <see cref="MimeTypes"/>, and by a public parameterless <c>string ToHtml()</c>, which other hosts look for.
/// </summary>
internal interface IRichOutput
{
    /// <summary>This value as text of one mime type; null when it has no such form.</summary>
    /// <param name="mimeType">One of <see cref="MimeTypes.All"/>.</param>
    string? Render(string mimeType);
}
