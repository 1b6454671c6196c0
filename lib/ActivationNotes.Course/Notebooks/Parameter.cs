namespace ActivationNotes.Course.Notebooks;

/// <summary>A value that a notebook declares for others to replace.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its C# type: "int", "double", "string" and so on.</param>
/// <param name="Value">The literal that stands in the notebook.</param>
public sealed record Parameter(string Name, string Type, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Type} {Name} = {Value}";
}
