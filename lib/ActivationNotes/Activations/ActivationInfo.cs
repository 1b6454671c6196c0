namespace ActivationNotes.Activations;

/// <summary>What there is to say about an activation besides its numbers.</summary>
public sealed record ActivationInfo
{
    /// <summary>The name it is looked up by: lower case, words joined by hyphens ("hard-swish").</summary>
    public required string Name { get; init; }

    /// <summary>The name in running text ("hard swish").</summary>
    public required string Title { get; init; }

    /// <summary>What else it is called, written as <see cref="Name"/> is: "swish". It is not found by these; they help to guess what was meant.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>One sentence: what it is for.</summary>
    public required string Summary { get; init; }

    /// <summary>f(x) in LaTeX, without delimiters.</summary>
    public required string Latex { get; init; }

    /// <summary>f'(x) in LaTeX, without delimiters.</summary>
    public required string DerivativeLatex { get; init; }

    /// <summary>Where f' jumps, in ascending order; empty for a smooth function.</summary>
    public IReadOnlyList<double> Kinks { get; init; } = [];

    /// <summary>What the derivative is at a kink, which is PyTorch's choice; empty without kinks.</summary>
    public string KinkConvention { get; init; } = "";

    /// <summary>The values f takes on the real numbers. Rounding may reach an excluded end.</summary>
    public required Interval Range { get; init; }

    /// <summary>Where it was introduced or is defined, with the section.</summary>
    public required string Source { get; init; }
}
