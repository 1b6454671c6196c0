using System.Numerics;

namespace ActivationNotes.Optimizers;

/// <summary>
/// A rule that changes parameters after looking at a gradient. It remembers what the rule needs from step to step, so every training
/// needs one of its own, and always hands it the same arrays in the same order.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="learningRate">Length of a step as a multiple of what the rule makes of the gradient; positive.</param>
public abstract class Optimizer<T>(double learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<int> _lengths = [];

    /// <summary>Length of a step as a multiple of what the rule makes of the gradient.</summary>
    public double LearningRate { get; } = learningRate > 0 && double.IsFinite(learningRate)
        ? learningRate
        : throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "A learning rate is positive.");

    /// <summary>How many steps were made.</summary>
    public int Steps { get; private set; }

    /// <summary>One step for a single array of parameters.</summary>
    /// <param name="parameters">Changed in place.</param>
    /// <param name="gradient">Gradient of the loss, as long as the parameters.</param>
    /// <exception cref="ArgumentException">The lengths differ, or are not those of the step before.</exception>
    public void Step(T[] parameters, T[] gradient) => Step([parameters], [gradient]);

    /// <summary>One step for all parameters of a model.</summary>
    /// <param name="parameters">Changed in place; the same arrays in the same order at every step.</param>
    /// <param name="gradients">Gradients of the loss, each as long as its parameters.</param>
    /// <exception cref="ArgumentException">The numbers of arrays or their lengths differ, or are not those of the step before.</exception>
    public void Step(IReadOnlyList<T[]> parameters, IReadOnlyList<T[]> gradients)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradients);
        if (parameters.Count != gradients.Count)
            throw new ArgumentException($"There are {parameters.Count} arrays of parameters and {gradients.Count} gradients.", nameof(gradients));
        if (Steps == 0)
        {
            foreach (var array in parameters) _lengths.Add(array.Length);
            Prepare(_lengths);
        }
        if (parameters.Count != _lengths.Count)
            throw new ArgumentException($"The step before had {_lengths.Count} arrays of parameters, this one has {parameters.Count}.", nameof(parameters));
        for (var i = 0; i < parameters.Count; i++)
            if (parameters[i].Length != _lengths[i] || gradients[i].Length != _lengths[i])
                throw new ArgumentException(
                    $"Array {i}: {parameters[i].Length} parameters, a gradient of {gradients[i].Length}, and {_lengths[i]} at the first step.", nameof(gradients));
        Steps++;
        BeginStep();
        for (var i = 0; i < parameters.Count; i++) Update(i, parameters[i], gradients[i]);
    }

    /// <summary>Makes room for what the rule remembers.</summary>
    /// <param name="lengths">Lengths of the arrays.</param>
    protected virtual void Prepare(IReadOnlyList<int> lengths)
    {
    }

    /// <summary>Runs once before the arrays of a step; <see cref="Steps"/> has counted it already.</summary>
    protected virtual void BeginStep()
    {
    }

    /// <summary>The rule, for one array.</summary>
    /// <param name="index">Which array.</param>
    /// <param name="parameters">Changed in place.</param>
    /// <param name="gradient">As long as the parameters.</param>
    protected abstract void Update(int index, Span<T> parameters, ReadOnlySpan<T> gradient);

    /// <summary>Zeros for each array.</summary>
    /// <param name="lengths">Their lengths.</param>
    protected static T[][] Zeros(IReadOnlyList<int> lengths) => [.. lengths.Select(length => new T[length])];
}
