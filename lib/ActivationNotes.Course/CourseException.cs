namespace ActivationNotes.Course;

/// <summary>Something the person at the command line can put right; its message says what and how, and needs no stack trace.</summary>
/// <param name="message">What was wrong, where, and what to do.</param>
/// <param name="cause">The exception behind it.</param>
public sealed class CourseException(string message, Exception? cause = null) : Exception(message, cause);
