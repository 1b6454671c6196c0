using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Execution;
using ActivationNotes.Kernel.Functions;

namespace ActivationNotes.Kernel.Display;

/// <summary>Does what the functions of cells ask for, on behalf of the cell that calls them.</summary>
/// <param name="outputs">Where outputs go.</param>
/// <param name="ask">Asks the client a question; the flag says that the answer must not be shown.</param>
internal sealed class NotebookHost(CellOutputs outputs, Func<string, bool, string> ask) : INotebookHost
{
    private long _displays;

    /// <inheritdoc/>
    public CancellationToken Interrupted => Cell.Current?.Interruption.Token ?? CancellationToken.None;

    /// <inheritdoc/>
    public string Show(object? value, IReadOnlyCollection<string> mimeTypes) => Show(MimeBundle.Of(value, mimeTypes));

    /// <inheritdoc/>
    public string ShowText(string text, string mimeType) => Show(MimeBundle.Raw(mimeType, text));

    /// <inheritdoc/>
    public void Update(string displayId, object? value, IReadOnlyCollection<string> mimeTypes) =>
        Publish("update_display_data", MimeBundle.Of(value, mimeTypes), displayId);

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
        if (Cell.Current is { } cell) outputs.Publish(cell, "clear_output", new JsonObject { ["wait"] = wait });
    }

    /// <inheritdoc/>
    public string Ask(string prompt, bool hidden) => ask(prompt, hidden);

    private string Show(JsonObject data)
    {
        // Counted, not random: running a notebook twice gives the same bytes.
        var displayId = string.Create(CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref _displays)}");
        Publish("display_data", data, displayId);
        return displayId;
    }

    private void Publish(string type, JsonObject data, string displayId)
    {
        if (Cell.Current is not { } cell) return;
        outputs.Publish(cell, type, new JsonObject
        {
            ["data"] = data,
            ["metadata"] = new JsonObject(),
            ["transient"] = new JsonObject { ["display_id"] = displayId },
        });
    }
}
