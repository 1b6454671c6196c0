using System.Globalization;

namespace ActivationNotes.Course.Notebooks;

/// <summary>A notebook that cannot be used, said for a person: which file, which cell, what is wrong, what to do.</summary>
/// <param name="file">The file as the reader named it.</param>
/// <param name="cell">The number of the cell, counted from 1; null when the whole file is meant.</param>
/// <param name="problem">What is wrong and what to do about it, as a sentence without the place.</param>
/// <param name="cause">The exception behind it.</param>
public sealed class NotebookException(string file, int? cell, string problem, Exception? cause = null)
    : Exception(cell is null ? $"{file}: {problem}" : string.Create(CultureInfo.InvariantCulture, $"{file}, cell {cell}: {problem}"), cause)
{
    /// <summary>The file as the reader named it.</summary>
    public string File { get; } = file;

    /// <summary>The number of the cell, counted from 1; null when the whole file is meant.</summary>
    public int? Cell { get; } = cell;

    /// <summary>What is wrong and what to do about it.</summary>
    public string Problem { get; } = problem;
}
