namespace ActivationNotes.Course.Site.Search;

/// <summary>Something that a search can find.</summary>
/// <param name="Kind">What it is, as readers are told: a lesson, figure, claim, term, work or part of the library.</param>
/// <param name="Title">What a result shows first.</param>
/// <param name="Address">Where it is, relative to a page of the site.</param>
/// <param name="Text">Its words.</param>
public sealed record SearchEntry(string Kind, string Title, string Address, string Text);
