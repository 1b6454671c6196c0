namespace ActivationNotes.Course.Site.Content;

/// <summary>A formula that does not parse.</summary>
/// <param name="latex">The formula as written.</param>
/// <param name="message">What the typesetter says about it.</param>
public sealed class MathematicsException(string latex, string message) : Exception(message)
{
    /// <summary>The formula as written.</summary>
    public string Latex { get; } = latex;
}
