namespace ActivationNotes.Course.Site.Html;

/// <summary>A page beside the lessons.</summary>
/// <param name="FileName">Its file.</param>
/// <param name="Title">Its heading, and the text of links to it.</param>
/// <param name="Description">What it holds, as a sentence.</param>
/// <param name="Content">The markup below its heading.</param>
internal sealed record Appendix(string FileName, string Title, string Description, string Content)
{
    /// <summary>Whether every page leads to it.</summary>
    public bool IsListed { get; init; } = true;
}
