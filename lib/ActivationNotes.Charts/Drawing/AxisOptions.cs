namespace ActivationNotes.Charts.Drawing;

/// <summary>One axis: what it shows, and how.</summary>
internal sealed record AxisOptions(string Title)
{
    /// <summary>Whether equal distances are equal ratios.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>First value shown; chosen from the data when null.</summary>
    public double? From { get; init; }

    /// <summary>Last value shown; chosen from the data when null.</summary>
    public double? To { get; init; }

    /// <summary>Names instead of numbers along the axis.</summary>
    public bool Categories { get; init; }

    /// <summary>Whether the first category is at the top, as one reads.</summary>
    public bool Reversed { get; init; }

    /// <summary>The unit in parentheses at the end of the title, with them; empty when there is none.</summary>
    public string Unit => Title.EndsWith(')') && Title.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var space ? Title[(space + 1)..] : "";

    /// <summary>The title without its unit.</summary>
    public string Quantity => Title[..^Unit.Length].TrimEnd();
}
