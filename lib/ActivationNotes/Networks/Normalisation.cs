namespace ActivationNotes.Networks;

/// <summary>What stands between a dense layer and its activation.</summary>
public enum Normalisation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><see cref="BatchNormalisation{T}"/>.</summary>
    Batch,

    /// <summary><see cref="LayerNormalisation{T}"/>.</summary>
    Layer,
}
