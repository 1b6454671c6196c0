namespace ActivationNotes.Diagnostics;

/// <summary>How many orthants vectors occupy.</summary>
/// <param name="Dimensions">n; there are 2^n orthants.</param>
/// <param name="Occupied">Orthants with at least one vector.</param>
/// <param name="Vectors">Vectors that were looked at and are not zero.</param>
/// <param name="IsExact">Whether all vectors were looked at; otherwise <paramref name="Occupied"/> is a lower bound from a sample.</param>
public sealed record OrthantCount(int Dimensions, int Occupied, int Vectors, bool IsExact)
{
    /// <summary>How many orthants there are, 2^n.</summary>
    public double Orthants => Math.ScaleB(1, Dimensions);
}
