using System.Numerics.Tensors;
using ActivationNotes.Numbers;

namespace ActivationNotes.Networks;

/// <summary>
/// The standard normals of one seed, layer by layer, drawn once for many networks. Networks from one seed begin with the same layers, whatever their
/// depth, activation and initialisation, and drawing the numbers takes longer than the networks' forward and backward pass.
/// </summary>
internal sealed class DrawnNormals
{
    private readonly double[][] _layers;

    /// <summary>Draws them.</summary>
    /// <param name="random">Where they come from.</param>
    /// <param name="weights">How many weights each layer has at most.</param>
    public DrawnNormals(Random random, IEnumerable<int> weights) => _layers =
    [
        .. weights.Select(count =>
        {
            var layer = new double[count];
            StandardNormals.Fill(random, layer);
            return layer;
        }),
    ];

    /// <summary>Stands in for the generator in its first state, where nothing but weights is drawn.</summary>
    public Random FromTheFirst() => new Reader(_layers);

    /// <summary>Normals around 0, the same whether a generator gives them or what stands in for it.</summary>
    /// <param name="random">The one or the other.</param>
    /// <param name="values">Receives them.</param>
    /// <param name="standardDeviation">Their standard deviation.</param>
    public static void Fill(Random random, double[] values, double standardDeviation)
    {
        if (random is Reader reader) reader.Take(values.Length).CopyTo(values);
        else StandardNormals.Fill(random, values);
        TensorPrimitives.Multiply(values, standardDeviation, values);
    }

    private sealed class Reader(double[][] layers) : Random(0)
    {
        private int _layer;

        // A generator that is asked for fewer numbers than another time gives the first of them.
        public ReadOnlySpan<double> Take(int count) => layers[_layer++].AsSpan(0, count);
    }
}
