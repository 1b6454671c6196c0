using System.Numerics.Tensors;
using ActivationNotes.Activations;
using ActivationNotes.LinearAlgebra;
using ActivationNotes.Numbers;

namespace ActivationNotes.Experiments;

/// <summary>
/// The recurrent cell of <see cref="GatedMemoryExperiment"/>, its answer s(v h + b) after the last step and the gradient of the
/// cross-entropy of that answer. All arrays are unit by unit, the sequences of a minibatch side by side.
/// </summary>
internal sealed class MemoryCell
{
    private const int Signals = 2;
    private const double LargestNorm = 1;
    private const double Farthest = 64;                 // where gates are sought: beyond, a sigmoid is 0 or 1
    private static readonly IActivation s_tanh = Activation.Named("tanh");
    private static readonly IActivation s_sigmoid = Activation.Named("sigmoid");

    private readonly IActivation? _gate;
    private readonly int _units;
    private readonly int _width;                        // of the input of an affine map: signals, units, and 1 for the bias

    /// <summary>
    /// Draws the initial weights: Glorot's variance, biases 0, those of the gate so that the gate is open by 1/T, with T between 2 steps and
    /// the gap. Every gate gets the bias at which that is so for itself.
    /// </summary>
    /// <param name="gate">The gate's activation, or null for none.</param>
    /// <param name="units">How many units.</param>
    /// <param name="gap">The longest time that a unit shall keep its value at the start.</param>
    /// <param name="random">Where the weights come from.</param>
    public MemoryCell(IActivation? gate, int units, int gap, Random random)
    {
        (_gate, _units, _width) = (gate, units, Signals + units + 1);
        var affine = units * _width;
        Parameters = new double[affine + (gate is null ? 0 : affine) + units + 1];
        var spread = Math.Sqrt(2.0 / (_width - 1 + units));
        for (var i = 0; i < Parameters.Length - 1; i++) Parameters[i] = spread * StandardNormals.Next(random);
        for (var unit = 0; unit < units; unit++)
        {
            Parameters[unit * _width + _width - 1] = 0;
            if (gate is not null) Parameters[affine + unit * _width + _width - 1] = BiasFor(gate, 1 / (2 + (gap - 1) * random.NextDouble()));
        }
    }

    /// <summary>The input at which a gate is open by a share: the lowest one, found by halving.</summary>
    /// <param name="gate">The gate's activation.</param>
    /// <param name="opening">The share, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The activation does not reach the share.</exception>
    internal static double BiasFor(IActivation gate, double opening)
    {
        var (low, high) = (-Farthest, Farthest);
        if (gate.Value(low) >= opening || gate.Value(high) < opening)
            throw new ArgumentException($"{gate.Info.Title} cannot be a gate: it does not go from below {opening:R} to above it.", nameof(gate));
        while (low + (high - low) / 2 is var middle && middle > low && middle < high)
        {
            if (gate.Value(middle) >= opening) high = middle;
            else low = middle;
        }
        return high;
    }

    /// <summary>Candidate's weights [units x (signals, units, 1)], the gate's if there is one, then the answer's [units, 1].</summary>
    public double[] Parameters { get; }

    /// <summary>Share of sequences answered rightly.</summary>
    /// <param name="sequences">What to remember.</param>
    public double Accuracy(MemorySequences sequences) =>
        Forward(sequences).Probabilities.Zip(sequences.Bits, (p, bit) => p > 0.5 == bit > 0.5 ? 1.0 : 0.0).Average();

    /// <summary>Mean cross-entropy of the answers, in nats.</summary>
    /// <param name="sequences">What to remember.</param>
    public double Loss(MemorySequences sequences) =>
        Forward(sequences).Scores.Zip(sequences.Bits, (z, bit) => Math.Max(z, 0) - z * bit + Elementary.Log(1 + Elementary.Exp(-Math.Abs(z)))).Average();

    /// <summary>Gradient of <see cref="Loss"/> at the parameters, shortened to norm 1 if it is longer.</summary>
    /// <param name="sequences">What to remember.</param>
    public double[] Gradient(MemorySequences sequences)
    {
        var gradient = Backward(sequences, _ => { });
        var norm = Reduction.Norm<double>(gradient);
        if (norm > LargestNorm) TensorPrimitives.Multiply(gradient, LargestNorm / norm, gradient);
        return gradient;
    }

    /// <summary>Norm of the gradient at the units after each step, as a share of that at the last.</summary>
    /// <param name="sequences">What to remember.</param>
    public double[] GradientByStep(MemorySequences sequences)
    {
        var norms = new List<double>();
        Backward(sequences, upstream => norms.Add(Reduction.Norm<double>(upstream)));
        norms.Reverse();
        return [.. norms.Select(norm => norm / norms[^1])];
    }

    /// <summary>Gradient of <see cref="Loss"/> as it is.</summary>
    /// <param name="sequences">What to remember.</param>
    /// <param name="look">Sees the gradient at the units [units x sequences] after each step, from the last to the first.</param>
    internal double[] Backward(MemorySequences sequences, Action<double[]> look)
    {
        var count = sequences.Bits.Length;
        var pass = Forward(sequences);
        var gradient = new double[Parameters.Length];
        var answer = Parameters.Length - _units - 1;
        var last = pass.States[^1];
        var error = pass.Probabilities.Zip(sequences.Bits, (p, bit) => (p - bit) / count).ToArray();
        gradient[^1] = error.Sum();
        var upstream = new double[_units * count];
        for (var unit = 0; unit < _units; unit++)
        {
            var row = unit * count;
            gradient[answer + unit] = Reduction.Dot<double>(error, last.AsSpan(row, count));
            TensorPrimitives.Multiply(error, Parameters[answer + unit], upstream.AsSpan(row, count));
        }
        for (var step = pass.Steps.Count - 1; step >= 0; step--)
        {
            look(upstream);
            upstream = pass.Steps[step].Backward(this, upstream, gradient, count);
        }
        return gradient;
    }

    private MemoryPass Forward(MemorySequences sequences)
    {
        var count = sequences.Bits.Length;
        var states = new List<double[]> { new double[_units * count] };
        var steps = new List<MemoryStep>();
        foreach (var signals in sequences.Inputs)
        {
            var input = Unset(_width * count);
            signals.CopyTo(input, 0);
            states[^1].CopyTo(input, Signals * count);
            Array.Fill(input, 1, (_width - 1) * count, count);
            var step = new MemoryStep(input, Affine(0, input, count), _gate is null ? [] : Affine(_units * _width, input, count));
            steps.Add(step);
            states.Add(step.Next(this, states[^1]));
        }
        var scores = new double[count];
        Array.Fill(scores, Parameters[^1]);
        for (var unit = 0; unit < _units; unit++)
            TensorPrimitives.MultiplyAdd(states[^1].AsSpan(unit * count, count), Parameters[Parameters.Length - _units - 1 + unit], scores, scores);
        var probabilities = new double[count];
        s_sigmoid.Values(scores, probabilities);
        return new MemoryPass(steps, states, scores, probabilities);
    }

    // [units x sequences] = weights at an offset [units x width] times input [width x sequences].
    private double[] Affine(int offset, double[] input, int count)
    {
        var result = Unset(_units * count);
        Array.Clear(result);
        for (var unit = 0; unit < _units; unit++)
        {
            var row = result.AsSpan(unit * count, count);
            for (var i = 0; i < _width; i++) TensorPrimitives.MultiplyAdd(input.AsSpan(i * count, count), Parameters[offset + unit * _width + i], row, row);
        }
        return result;
    }

    // Adds the gradient of the weights at an offset, and that of the units that were part of the input.
    private void AffineBackward(int offset, double[] input, double[] upstream, double[] gradient, double[] downstream, int count)
    {
        for (var unit = 0; unit < _units; unit++)
            for (var i = 0; i < _width; i++)
            {
                var row = upstream.AsSpan(unit * count, count);
                gradient[offset + unit * _width + i] += Reduction.Dot<double>(row, input.AsSpan(i * count, count));
                if (i < Signals || i == _width - 1) continue;
                var state = downstream.AsSpan((i - Signals) * count, count);
                TensorPrimitives.MultiplyAdd(row, Parameters[offset + unit * _width + i], state, state);
            }
    }

    // In a training step it lives until the next one, like the matrices of a network.
    private static double[] Unset(int length) => Dense.Unset<double>(length, 1).Values();

    private sealed record MemoryPass(List<MemoryStep> Steps, List<double[]> States, double[] Scores, double[] Probabilities);

    /// <summary>What one step has to remember for its way back: its input and both affine maps of it.</summary>
    private sealed record MemoryStep(double[] Input, double[] CandidateInput, double[] GateInput)
    {
        private readonly double[] _candidate = Apply(s_tanh.Values, CandidateInput);
        private double[] _opening = [];

        public double[] Next(MemoryCell cell, double[] state)
        {
            if (cell._gate is null) return _candidate;
            _opening = Apply(cell._gate.Values, GateInput);
            var next = Unset(state.Length);
            for (var i = 0; i < next.Length; i++) next[i] = state[i] + _opening[i] * (_candidate[i] - state[i]);
            return next;
        }

        public double[] Backward(MemoryCell cell, double[] upstream, double[] gradient, int count)
        {
            var downstream = Unset(upstream.Length);
            Array.Clear(downstream);
            var atCandidate = Apply(s_tanh.Derivatives, CandidateInput);
            if (cell._gate is null)
            {
                TensorPrimitives.Multiply(atCandidate, upstream, atCandidate);
            }
            else
            {
                var atGate = Apply(cell._gate.Derivatives, GateInput);
                var state = Input.AsSpan(Signals * count, upstream.Length);
                for (var i = 0; i < upstream.Length; i++)
                {
                    atGate[i] *= upstream[i] * (_candidate[i] - state[i]);
                    atCandidate[i] *= upstream[i] * _opening[i];
                    downstream[i] = upstream[i] * (1 - _opening[i]);
                }
                cell.AffineBackward(cell._units * cell._width, Input, atGate, gradient, downstream, count);
            }
            cell.AffineBackward(0, Input, atCandidate, gradient, downstream, count);
            return downstream;
        }

        private static double[] Apply(SpanMap map, double[] x)
        {
            var y = Unset(x.Length);
            map(x, y);
            return y;
        }

        private delegate void SpanMap(ReadOnlySpan<double> x, Span<double> y);
    }
}
