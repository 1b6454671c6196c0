namespace ActivationNotes.Charts.Drawing;

/// <summary>What is drawn in a figure: it draws itself, says itself in words and lists itself as a table.</summary>
internal abstract record Chart
{
    /// <summary>Draws into one panel.</summary>
    public abstract void Draw(Canvas canvas, Panel panel);

    /// <summary>What a person would say who describes the picture to someone who cannot see it.</summary>
    public abstract string Describe();

    /// <summary>The data in columns, thinned to what one can read.</summary>
    public abstract FigureTable Table();

    /// <summary>The same with at most so many rows, of each panel where there are several.</summary>
    public virtual FigureTable ShortTable(int most) => Table().Thinned(most);

    /// <summary>The width in pixels below which its parts run together; 0 when it adapts to any.</summary>
    public virtual int LeastWidth => 0;

    /// <summary>Names of the series in the legend, so that panels of one figure share it: one entry speaks for all.</summary>
    public virtual IReadOnlyList<string> LegendNames => [];
}
