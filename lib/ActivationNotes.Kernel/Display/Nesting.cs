using System.Collections;
using Microsoft.DotNet.Interactive.Formatting;

namespace ActivationNotes.Kernel.Display;

/// <summary>
/// Finds collections that hold themselves. The formatting library goes into members of objects to some depth only, but into collections
/// without end, until the stack overflows and the process is gone.
/// </summary>
internal static class Nesting
{
    /// <summary>What a reader is told.</summary>
    public const string Reason = "This collection holds itself, or others to a depth of more than 100, so it cannot be shown.";

    private const int Deepest = 100;

    /// <summary>Refuses a value that cannot be shown.</summary>
    /// <param name="value">Any value.</param>
    /// <exception cref="InvalidOperationException">It is a collection that holds itself, or goes far too deep.</exception>
    public static void Check(object? value)
    {
        if (IsEndless(value, new Dictionary<object, bool>(ReferenceEqualityComparer.Instance), 0))
            throw new InvalidOperationException(Reason);
    }

    // The table says of each collection met so far whether it is one of those the value lies in.
    private static bool IsEndless(object? value, Dictionary<object, bool> met, int depth)
    {
        if (value is not IEnumerable collection || !IsCollection(value)) return false;
        if (met.TryGetValue(collection, out var surrounds)) return surrounds;
        if (depth > Deepest) return true;
        met[collection] = true;
        var items = collection is IDictionary dictionary ? dictionary.Values : collection;
        var endless = items.Cast<object?>().Take(Formatter.ListExpansionLimit).Any(item => IsEndless(item, met, depth + 1));
        met[collection] = false;
        return endless;
    }

    // A lazy sequence is no collection, and must not be run a second time: the checks in compiled cells see to those of the notebook, and DepthGuard
    // to what writes between one level and the next. Sets are collections in their generic form only.
    private static bool IsCollection(object value) => value is ICollection
        || (value is not string && value.GetType().GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)));
}
