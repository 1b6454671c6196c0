namespace ActivationNotes.Numbers;

/// <summary>How a formula is best run on a span.</summary>
public enum FormulaKind
{
    /// <summary>One register at a time.</summary>
    Plain,

    /// <summary>
    /// No more than about twenty operations: the compiler inlines it on two registers at a time, which saves a fifth of its time.
    /// (Of a longer one it would leave calls behind, which cost twenty times as much.)
    /// </summary>
    Short,

    /// <summary>
    /// So many roundings in a row, or terms of both signs, that float arithmetic would end 3 or more ULP from the exact result:
    /// floats are computed in double, half as many at a time.
    /// </summary>
    Delicate,
}
