using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Html;

namespace ActivationNotes.Kernel.Functions;

/// <summary>What every cell can call without a using: the functions .NET Interactive's notebooks rely on.</summary>
[SuppressMessage("Naming", "CA1708:Identifiers should differ by more than case",
    Justification = "Notebooks written for .NET Interactive call both display(x) and x.Display().")]
public static class NotebookFunctions
{
    private static INotebookHost? s_host;

    internal static INotebookHost Host
    {
        get => s_host ?? throw new InvalidOperationException("No kernel runs.");
        set => s_host = value;
    }

    /// <summary>
    /// Cancelled when the running cell is interrupted. Pass it to whatever takes a token, or call its
    /// <see cref="CancellationToken.ThrowIfCancellationRequested"/> in a loop that follows an await.
    /// </summary>
    public static CancellationToken Interrupted => Host.Interrupted;

    /// <summary>Displays a value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms wanted; those the value's type prefers when there are none.</param>
    /// <returns>A handle by which another value can be shown in its place.</returns>
    [SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "Notebooks written for .NET Interactive call it by this name.")]
    public static DisplayedValue display(object? value, params string[] mimeTypes) => new(Host, Host.Show(value, mimeTypes), mimeTypes);

    /// <summary>Displays this value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms wanted; those the value's type prefers when there are none.</param>
    /// <returns>A handle by which another value can be shown in its place.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => display(value, mimeTypes);

    /// <summary>Displays a text that already is of a mime type.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its mime type: "text/html", "text/markdown", "text/latex" and others.</param>
    /// <returns>A handle by which another value can be shown in its place.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => new(Host, Host.ShowText(value, mimeType), [mimeType]);

    /// <summary>Markup, to be shown as such.</summary>
    /// <param name="content">HTML.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Removes what the cell has displayed so far.</summary>
    /// <param name="wait">Whether to wait for the next output, which avoids flicker.</param>
    public static void ClearOutput(bool wait = false) => Host.Clear(wait);

    /// <summary>Asks the reader for a line of text.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">The client cannot ask: the notebook runs without a reader.</exception>
    public static string ReadInput(string prompt = "") => Host.Ask(prompt, false);

    /// <summary>Asks the reader for a text that is not shown while it is typed.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">The client cannot ask: the notebook runs without a reader.</exception>
    public static string ReadPassword(string prompt = "") => Host.Ask(prompt, true);
}
