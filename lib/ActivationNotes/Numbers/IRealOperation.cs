namespace ActivationNotes.Numbers;

/// <summary>A formula of one variable on real numbers.</summary>
internal interface IRealOperation
{
    /// <summary>How the formula is best run on a span.</summary>
    static virtual FormulaKind Kind => FormulaKind.Plain;

    /// <summary>The formula.</summary>
    T Apply<T>(T x)
        where T : struct, IReal<T>;
}
