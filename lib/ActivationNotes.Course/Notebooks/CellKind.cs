namespace ActivationNotes.Course.Notebooks;

/// <summary>What a cell of a notebook is.</summary>
public enum CellKind
{
    /// <summary>Prose, rendered.</summary>
    Markdown,

    /// <summary>Code, executed.</summary>
    Code,

    /// <summary>Text that is neither rendered nor executed.</summary>
    Raw,
}
