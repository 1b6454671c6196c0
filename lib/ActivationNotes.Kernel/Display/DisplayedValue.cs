using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Display;

/// <summary>A value that has been displayed and can be displayed anew in the same place.</summary>
public sealed class DisplayedValue
{
    private readonly IReadOnlyCollection<string> _mimeTypes;
    private readonly Action<JsonObject, string> _update;

    internal DisplayedValue(string displayId, IReadOnlyCollection<string> mimeTypes, Action<JsonObject, string> update)
    {
        DisplayId = displayId;
        _mimeTypes = mimeTypes;
        _update = update;
    }

    /// <summary>What the client calls the place.</summary>
    public string DisplayId { get; }

    /// <summary>The mime types it was displayed in; empty when its type decided.</summary>
    public IReadOnlyCollection<string> MimeTypes => _mimeTypes;

    /// <summary>Shows another value in the place of this one.</summary>
    /// <param name="updatedValue">Any value.</param>
    public void Update(object? updatedValue) => _update(MimeBundle.Of(updatedValue, _mimeTypes), DisplayId);
}
