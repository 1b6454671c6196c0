namespace ActivationNotes.Course.Site.Document;

/// <summary>A part of a lesson's page. The kinds are a closed set: each has a class, and the writer a method for each.</summary>
public abstract record Block;
