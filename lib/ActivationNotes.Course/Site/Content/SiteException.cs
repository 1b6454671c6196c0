namespace ActivationNotes.Course.Site.Content;

/// <summary>A lesson that cannot become a page; the message says where and why.</summary>
/// <param name="message">What was wrong, where, and what to do.</param>
/// <param name="cause">The exception behind it.</param>
public sealed class SiteException(string message, Exception? cause = null) : Exception(message, cause);
