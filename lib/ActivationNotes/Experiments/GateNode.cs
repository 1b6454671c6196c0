using System.Globalization;
using ActivationNotes.Numbers;

namespace ActivationNotes.Experiments;

/// <summary>
/// One gate of a computational graph. It holds its value, found on the way forward, and after <see cref="Backward"/> the
/// gradient of the output with respect to that value. Each gate knows only its own local gradients; the chain rule does the
/// rest: downstream gradient = local gradient x upstream gradient, summed over the arrows that leave a gate.
/// </summary>
/// <example><code>
/// var w = GateNode.Input("w", 2); var x = GateNode.Input("x", -1);
/// var y = GateNode.Sigmoid(w * x);
/// y.Backward();        // now w.Gradient is the slope of y along w
/// </code></example>
public sealed class GateNode
{
    private GateNode(string operation, double value, params (GateNode Input, double Local)[] inputs)
    {
        Operation = operation;
        Value = value;
        Inputs = [.. inputs.Select(input => input.Input)];
        LocalGradients = [.. inputs.Select(input => input.Local)];
    }

    /// <summary>What the gate does, for example <c>*</c> or <c>exp</c>; for an input, its name.</summary>
    public string Operation { get; }

    /// <summary>The gate's output on the way forward.</summary>
    public double Value { get; }

    /// <summary>d(output of the graph) / d(value of this gate); 0 before <see cref="Backward"/>.</summary>
    public double Gradient { get; private set; }

    /// <summary>The gates this one reads, in order; empty for an input.</summary>
    public IReadOnlyList<GateNode> Inputs { get; }

    /// <summary>d(value of this gate) / d(value of its input), one for each input.</summary>
    public IReadOnlyList<double> LocalGradients { get; }

    /// <summary>A value that comes from outside.</summary>
    /// <param name="name">What figures call it.</param>
    /// <param name="value">Its value.</param>
    public static GateNode Input(string name, double value) => new(name, value);

    /// <summary>a + b; passes its gradient on unchanged.</summary>
    public static GateNode operator +(GateNode a, GateNode b) => new("+", a.Value + b.Value, (a, 1), (b, 1));

    /// <summary>a + c for a constant c; passes its gradient on unchanged.</summary>
    public static GateNode operator +(GateNode a, double c) => new("+" + c.ToString(CultureInfo.InvariantCulture), a.Value + c, (a, 1));

    /// <summary>a b; each input's local gradient is the other input's value.</summary>
    public static GateNode operator *(GateNode a, GateNode b) => new("×", a.Value * b.Value, (a, b.Value), (b, a.Value));

    /// <summary>-a; turns the gradient's sign.</summary>
    public static GateNode operator -(GateNode a) => new("neg", -a.Value, (a, -1));

    /// <summary>a + b, by name.</summary>
    public static GateNode Add(GateNode a, GateNode b) => a + b;

    /// <summary>a b, by name.</summary>
    public static GateNode Multiply(GateNode a, GateNode b) => a * b;

    /// <summary>-a, by name.</summary>
    public static GateNode Negate(GateNode a) => -a;

    /// <summary>e^a; its local gradient is its own output.</summary>
    public static GateNode Exponential(GateNode a)
    {
        var value = Elementary.Exp(a.Value);
        return new("exp", value, (a, value));
    }

    /// <summary>1/a; its local gradient is -1/a^2.</summary>
    public static GateNode Reciprocal(GateNode a)
    {
        var value = 1 / a.Value;
        return new("1/x", value, (a, -value * value));
    }

    /// <summary>The sigmoid as one gate; its local gradient is s (1 - s).</summary>
    public static GateNode Sigmoid(GateNode a)
    {
        var value = 1 / (1 + Elementary.Exp(-a.Value));
        return new("s", value, (a, value * (1 - value)));
    }

    /// <summary>The sigmoid built from its four elementary gates: neg, exp, +1, 1/x.</summary>
    public static GateNode SigmoidFromParts(GateNode a) => Reciprocal(Exponential(-a) + 1);

    /// <summary>Every gate that this one depends on and itself, inputs first: a gate comes after all it reads.</summary>
    public IReadOnlyList<GateNode> InOrder()
    {
        var order = new List<GateNode>();
        var seen = new HashSet<GateNode>();
        Visit(this);
        return order;

        void Visit(GateNode node)
        {
            if (!seen.Add(node)) return;
            foreach (var input in node.Inputs) Visit(input);
            order.Add(node);
        }
    }

    /// <summary>
    /// Sends a gradient back from this gate to everything it depends on, and sets their <see cref="Gradient"/>s anew.
    /// </summary>
    /// <param name="upstream">Gradient that arrives at this gate from whatever reads it; 1 makes this gate the output.</param>
    /// <returns>This gate.</returns>
    public GateNode Backward(double upstream = 1)
    {
        var order = InOrder();
        foreach (var node in order) node.Gradient = 0;
        Gradient = upstream;
        foreach (var node in order.Reverse())
            for (var i = 0; i < node.Inputs.Count; i++)
                node.Inputs[i].Gradient += node.LocalGradients[i] * node.Gradient;
        return this;
    }
}
