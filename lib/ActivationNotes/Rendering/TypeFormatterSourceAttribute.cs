namespace ActivationNotes.Rendering;

/// <summary>
/// Tells a notebook kernel who formats values of a type. Kernels that follow the convention of .NET Interactive's formatting
/// library look for an attribute of this name, so a type that carries it renders itself and refers to no kernel package.
/// </summary>
/// <param name="formatterSourceType">
/// A type with a parameterless constructor and a public method <c>CreateTypeFormatters()</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type whose <c>CreateTypeFormatters()</c> gives the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The mime types a kernel puts into the output, all of them, most wanted first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
