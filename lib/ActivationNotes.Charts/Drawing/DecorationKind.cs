namespace ActivationNotes.Charts.Drawing;

/// <summary>What a <see cref="Decoration"/> is.</summary>
internal enum DecorationKind
{
    /// <summary>A vertical strip.</summary>
    ShadedColumn,

    /// <summary>A horizontal strip.</summary>
    ShadedRow,

    /// <summary>A vertical line.</summary>
    VerticalLine,

    /// <summary>A horizontal line.</summary>
    HorizontalLine,

    /// <summary>A point with its name.</summary>
    Point,

    /// <summary>Words with an arrow to a place.</summary>
    Note,
}
