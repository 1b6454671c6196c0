namespace ActivationNotes.Course.Site;

/// <summary>The files that every site has, kept inside this program.</summary>
internal static class SiteAsset
{
    /// <summary>The text of a file of Site/Assets.</summary>
    public static string Read(string name)
    {
        var resource = "ActivationNotes.Course.Site.Assets." + name;
        using var stream = typeof(SiteAsset).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
