namespace ActivationNotes.Charts.Drawing;

/// <summary>What part of its plane a chart's data fill, in the coordinates of its axes: powers of ten along a logarithmic one.</summary>
/// <param name="Left">Lowest x.</param>
/// <param name="Right">Highest x.</param>
/// <param name="Bottom">Lowest y.</param>
/// <param name="Top">Highest y.</param>
internal sealed record Extent(double Left, double Right, double Bottom, double Top)
{
    /// <summary>The smallest extent that holds these places; null without a finite one.</summary>
    public static Extent? Of(IEnumerable<(double X, double Y)> places)
    {
        (double X, double Y)[] finite = [.. places.Where(place => double.IsFinite(place.X) && double.IsFinite(place.Y))];
        return finite.Length == 0 ? null : new Extent(finite.Min(place => place.X), finite.Max(place => place.X), finite.Min(place => place.Y), finite.Max(place => place.Y));
    }

    /// <summary>The smallest extent that holds both.</summary>
    public Extent And(Extent other) =>
        new(Math.Min(Left, other.Left), Math.Max(Right, other.Right), Math.Min(Bottom, other.Bottom), Math.Max(Top, other.Top));

    /// <summary>The extent with room around it, as shares of its width and height; what has no width or height gets one.</summary>
    public Extent WithRoom(double across, double up)
    {
        double width = Right > Left ? across * (Right - Left) : 0.5, height = Top > Bottom ? up * (Top - Bottom) : 0.5;
        return new(Left - width, Right + width, Bottom - height, Top + height);
    }
}
