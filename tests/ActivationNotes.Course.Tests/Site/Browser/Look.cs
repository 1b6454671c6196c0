namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>What one look at a page on one screen has shown, from the untouched page to the one that is read to its end.</summary>
/// <param name="Page">The file name of the page.</param>
/// <param name="Width">The width of the screen in pixels.</param>
public sealed record Look(string Page, int Width)
{
    /// <summary>The files of the site that the page asked for before anything was done to it.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The sum of their sizes in bytes.</summary>
    public required long Weight { get; init; }

    /// <summary>What axe found wrong, in the light.</summary>
    public IReadOnlyList<string> ViolationsInTheLight { get; init; } = [];

    /// <summary>What axe found wrong, in the dark.</summary>
    public IReadOnlyList<string> ViolationsInTheDark { get; init; } = [];

    /// <summary>What is wider than the page, and charts that are not in their place.</summary>
    public IReadOnlyList<string> OutOfPlace { get; init; } = [];

    /// <summary>What scrolls sideways out of the reach of keys, on a phone.</summary>
    public IReadOnlyList<string> OutOfReach { get; init; } = [];

    /// <summary>What went wrong while the page was read to its end, on a desktop and on a phone.</summary>
    public IReadOnlyList<string> Amiss { get; init; } = [];

    /// <summary>What the page lacks when it is then printed.</summary>
    public IReadOnlyList<string> WrongOnPaper { get; init; } = [];

    /// <summary>The pictures of the whole page, in the light and in the dark.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>Names the place in a message.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Page} at {Width}");
}
