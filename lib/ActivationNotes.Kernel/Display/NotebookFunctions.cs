using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Execution;
using Microsoft.AspNetCore.Html;

namespace ActivationNotes.Kernel.Display;

/// <summary>What every cell can call without a using: the functions .NET Interactive's notebooks rely on.</summary>
[SuppressMessage("Naming", "CA1708:Identifiers should differ by more than case",
    Justification = "Notebooks written for .NET Interactive call both display(x) and x.Display().")]
public static class NotebookFunctions
{
    private static long s_displays;

    internal static CellOutputs? Outputs { get; set; }

    internal static Func<string, bool, string>? Ask { get; set; }

    /// <summary>
    /// Cancelled when the running cell is interrupted. Pass it to whatever takes a token, or call its
    /// <see cref="CancellationToken.ThrowIfCancellationRequested"/> in a loop that follows an await.
    /// </summary>
    public static CancellationToken Interrupted => Cell.Current?.Interruption.Token ?? CancellationToken.None;

    /// <summary>Displays a value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms wanted; those the value's type prefers when there are none.</param>
    /// <returns>A handle by which another value can be shown in its place.</returns>
    [SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "Notebooks written for .NET Interactive call it by this name.")]
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Show(MimeBundle.Of(value, mimeTypes), mimeTypes);

    /// <summary>Displays this value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms wanted; those the value's type prefers when there are none.</param>
    /// <returns>A handle by which another value can be shown in its place.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => display(value, mimeTypes);

    /// <summary>Displays a text that already is of a mime type.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its mime type: "text/html", "text/markdown", "text/latex" and others.</param>
    /// <returns>A handle by which another value can be shown in its place.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => Show(MimeBundle.Raw(mimeType, value), [mimeType]);

    /// <summary>Markup, to be shown as such.</summary>
    /// <param name="content">HTML.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Removes what the cell has displayed so far.</summary>
    /// <param name="wait">Whether to wait for the next output, which avoids flicker.</param>
    public static void ClearOutput(bool wait = false)
    {
        if (Cell.Current is { } cell) Outputs?.Publish(cell, "clear_output", new JsonObject { ["wait"] = wait });
    }

    /// <summary>Asks the reader for a line of text.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">The client cannot ask: the notebook runs without a reader.</exception>
    public static string ReadInput(string prompt = "") => (Ask ?? throw new InvalidOperationException("No kernel runs."))(prompt, false);

    /// <summary>Asks the reader for a text that is not shown while it is typed.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">The client cannot ask: the notebook runs without a reader.</exception>
    public static string ReadPassword(string prompt = "") => (Ask ?? throw new InvalidOperationException("No kernel runs."))(prompt, true);

    private static DisplayedValue Show(JsonObject data, IReadOnlyCollection<string> mimeTypes)
    {
        // Counted, not random: running a notebook twice gives the same bytes.
        var displayId = string.Create(CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref s_displays)}");
        Publish("display_data", data, displayId);
        return new DisplayedValue(displayId, mimeTypes, (updated, place) => Publish("update_display_data", updated, place));
    }

    private static void Publish(string type, JsonObject data, string displayId)
    {
        if (Cell.Current is not { } cell) return;
        Outputs?.Publish(cell, type, new JsonObject
        {
            ["data"] = data,
            ["metadata"] = new JsonObject(),
            ["transient"] = new JsonObject { ["display_id"] = displayId },
        });
    }
}
