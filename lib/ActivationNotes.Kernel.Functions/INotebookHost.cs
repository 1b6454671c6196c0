namespace ActivationNotes.Kernel.Functions;

/// <summary>What the functions of cells ask of the kernel that runs them.</summary>
internal interface INotebookHost
{
    /// <summary>Cancelled when the running cell is interrupted.</summary>
    CancellationToken Interrupted { get; }

    /// <summary>Shows a value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms wanted; those its type prefers when there are none.</param>
    /// <returns>What the client calls the place.</returns>
    string Show(object? value, IReadOnlyCollection<string> mimeTypes);

    /// <summary>Shows a text that already is of a mime type.</summary>
    /// <returns>What the client calls the place.</returns>
    string ShowText(string text, string mimeType);

    /// <summary>Shows another value in a place.</summary>
    void Update(string displayId, object? value, IReadOnlyCollection<string> mimeTypes);

    /// <summary>Removes what the cell has displayed so far.</summary>
    void Clear(bool wait);

    /// <summary>Asks the reader for a line of text.</summary>
    string Ask(string prompt, bool hidden);
}
