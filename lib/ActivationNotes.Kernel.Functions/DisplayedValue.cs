namespace ActivationNotes.Kernel.Functions;

/// <summary>A value that has been displayed and can be displayed anew in the same place.</summary>
public sealed class DisplayedValue
{
    private readonly INotebookHost _host;

    internal DisplayedValue(INotebookHost host, string displayId, IReadOnlyCollection<string> mimeTypes)
    {
        _host = host;
        DisplayId = displayId;
        MimeTypes = mimeTypes;
    }

    /// <summary>What the client calls the place.</summary>
    public string DisplayId { get; }

    /// <summary>The mime types it was displayed in; empty when its type decided.</summary>
    public IReadOnlyCollection<string> MimeTypes { get; }

    /// <summary>Shows another value in the place of this one.</summary>
    /// <param name="updatedValue">Any value.</param>
    public void Update(object? updatedValue) => _host.Update(DisplayId, updatedValue, MimeTypes);
}
