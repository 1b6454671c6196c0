namespace ActivationNotes.Activations;

/// <summary>The catalogue of activations.</summary>
public static class Activation
{
    /// <summary>Every activation of the course, with its default parameters.</summary>
    public static IReadOnlyList<IActivation> All { get; } =
    [
        new Sigmoid(), new Tanh(), new Relu(), new LeakyRelu(), new Elu(), new Selu(), new Gelu(), new GeluTanh(),
        new Silu(), new Mish(), new HardSwish(), new HardSigmoid(), new HardTanh(), new Softplus(), new Softsign(), new LogSigmoid(),
    ];

    /// <summary>The activation of that name.</summary>
    /// <param name="name">A name as in <see cref="ActivationInfo.Name"/>: "silu".</param>
    /// <exception cref="ArgumentException">No activation has that name; the message lists the known names and the nearest.</exception>
    public static IActivation Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var activation in All)
        {
            if (activation.Info.Name == name) return activation;
        }

        var names = All.Select(activation => activation.Info.Name).ToArray();
        var nearest = All.Select(activation => activation.Info).MinBy(info => info.OtherNames.Append(info.Name).Min(known => EditDistance(Letters(known), Letters(name))))!.Name;
        throw new ArgumentException(
            $"There is no activation named \"{name}\". The nearest name is \"{nearest}\". Known names: {string.Join(", ", names)}.", nameof(name));
    }

    // A name without what people write differently: "Leaky_ReLU" and "leaky relu" are "leakyrelu".
    private static string Letters(string name) => name.ToLowerInvariant().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
        .Replace(" ", "", StringComparison.Ordinal);

    // How many insertions, deletions and replacements of letters lead from one word to the other (Levenshtein).
    private static int EditDistance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
