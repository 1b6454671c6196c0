namespace ActivationNotes.Layers;

/// <summary>
/// A model in the format of ONNX: operators in a row, one input, one output, all tensors of float32. Field numbers are those of
/// onnx.proto3.
/// </summary>
internal sealed class OnnxGraph
{
    private const int IrVersion = 10, OperatorSet = 21, FloatTensor = 1;
    private const int IntegerAttribute = 2, IntegersAttribute = 7;

    private readonly List<ProtobufWriter> _nodes = [], _weights = [];
    private readonly long[] _inputShape;
    private string _last = InputName;

    /// <summary>A graph without operators.</summary>
    /// <param name="inputShape">[batch x channels x height x width], or [batch x features].</param>
    public OnnxGraph(params long[] inputShape) => _inputShape = inputShape;

    /// <summary>Name of the input.</summary>
    public const string InputName = "input";

    /// <summary>Name of the output.</summary>
    public const string OutputName = "output";

    /// <summary>Applies an operator to the last result.</summary>
    /// <param name="operation">Its name in ONNX.</param>
    /// <param name="weights">A second input that never changes, with its shape; none where null.</param>
    /// <param name="attributes">Whole numbers, or lists of them, by name.</param>
    public OnnxGraph Then(string operation, (float[] Values, long[] Shape)? weights = null, params (string Name, long[] Values)[] attributes)
    {
        var result = $"value{_nodes.Count}";
        var node = new ProtobufWriter().Write(1, _last);
        if (weights is var (values, shape))
        {
            var name = $"weights{_nodes.Count}";
            var tensor = new ProtobufWriter();
            foreach (var length in shape) tensor.Write(1, length);
            _weights.Add(tensor.Write(2, FloatTensor).Write(8, name).Write(9, values));
            node.Write(1, name);
        }

        _nodes.Add(node.Write(2, result).Write(3, $"node{_nodes.Count}").Write(4, operation).Write(5, attributes.Select(Attribute)));
        _last = result;
        return this;
    }

    /// <summary>The model as a file of ONNX would hold it.</summary>
    /// <param name="outputShape">The shape of the last result.</param>
    public byte[] ToModel(params long[] outputShape)
    {
        // The output has a name of its own: the last result is handed on under it.
        var nodes = _nodes.Append(new ProtobufWriter().Write(1, _last).Write(2, OutputName).Write(3, "out").Write(4, "Identity"));
        var graph = new ProtobufWriter().Write(1, nodes).Write(2, "layers").Write(5, _weights)
            .Write(11, Value(InputName, _inputShape)).Write(12, Value(OutputName, outputShape));
        return new ProtobufWriter().Write(1, IrVersion).Write(2, "ActivationNotes").Write(7, graph)
            .Write(8, new ProtobufWriter().Write(1, "").Write(2, OperatorSet)).ToArray();
    }

    private static ProtobufWriter Attribute((string Name, long[] Values) attribute)
    {
        var message = new ProtobufWriter().Write(1, attribute.Name);
        if (attribute.Values is [var single]) return message.Write(3, single).Write(20, IntegerAttribute);
        foreach (var value in attribute.Values) message.Write(8, value);
        return message.Write(20, IntegersAttribute);
    }

    private static ProtobufWriter Value(string name, long[] shape) => new ProtobufWriter().Write(1, name).Write(2,
        new ProtobufWriter().Write(1, new ProtobufWriter().Write(1, FloatTensor).Write(2,
            new ProtobufWriter().Write(1, shape.Select(length => new ProtobufWriter().Write(1, length))))));
}
