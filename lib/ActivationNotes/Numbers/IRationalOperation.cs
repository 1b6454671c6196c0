namespace ActivationNotes.Numbers;

/// <summary>A formula of one variable made of arithmetic and choice.</summary>
internal interface IRationalOperation
{
    /// <summary>The formula.</summary>
    T Apply<T>(T x)
        where T : struct, IRational<T>;
}
