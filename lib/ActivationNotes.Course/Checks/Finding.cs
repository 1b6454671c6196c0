using System.Globalization;

namespace ActivationNotes.Course.Checks;

/// <summary>Something a notebook has to change.</summary>
/// <param name="File">The notebook's file as messages call it.</param>
/// <param name="Cell">The number of the cell; null when the whole notebook is meant.</param>
/// <param name="Line">The line of the cell, counted from 1; null when the whole cell is meant.</param>
/// <param name="Problem">What is wrong and what to do about it.</param>
public sealed record Finding(string File, int? Cell, int? Line, string Problem)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var cell = Cell is null ? "" : string.Create(CultureInfo.InvariantCulture, $", cell {Cell}");
        var line = Line is null ? "" : string.Create(CultureInfo.InvariantCulture, $", line {Line}");
        return $"{File}{cell}{line}: {Problem}";
    }
}
