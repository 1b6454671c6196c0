namespace ActivationNotes.Numbers;

/// <summary>A formula of one variable on real numbers.</summary>
internal interface IRealOperation
{
    /// <summary>The formula.</summary>
    T Apply<T>(T x)
        where T : struct, IReal<T>;
}
