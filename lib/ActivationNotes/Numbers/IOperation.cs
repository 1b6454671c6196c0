namespace ActivationNotes.Numbers;

/// <summary>A formula of one variable bound to one kind of number: what a loop over a span calls.</summary>
internal interface IOperation<T>
{
    /// <summary>The formula.</summary>
    T Apply(T x);
}
