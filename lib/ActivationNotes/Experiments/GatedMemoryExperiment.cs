using ActivationNotes.Activations;
using ActivationNotes.LinearAlgebra;
using MathNet.Numerics.Random;

namespace ActivationNotes.Experiments;

/// <summary>
/// Can a recurrent cell remember one bit over a long gap? The first input of each sequence is -1 or +1, the bit; then follows
/// noise for <see cref="Gap"/> steps; then the cell is asked for the bit. The right answer is always known, so perfect is 100 %
/// and guessing is 50 %.
/// </summary>
/// <remarks>
/// Two cells with the same number of units h. Ungated: h' = tanh(W [x, h] + b). Gated: h' = h + z (c - h), where the candidate
/// c = tanh(W [x, h] + b) and the gate z = g(V [x, h] + a), as in S. Hochreiter and J. Schmidhuber, Long Short-Term Memory,
/// Neural Computation 9 (1997), and K. Cho et al., arXiv:1406.1078 (2014), section 2.3, here with the update gate alone. The gate
/// starts nearly closed, its bias spread so that the units keep their value for between 2 steps and the whole gap on average:
/// C. Tallec and Y. Ollivier, Can recurrent neural networks warp time?, ICLR 2018, section 2. That start is an advantage of the gated
/// cell: it is told how long the gap is. Every activation that serves as a gate gets the bias that opens it by the same share. Both cells are trained by Adam on
/// the gradient through all steps, with the gradient's norm cut at 1.
/// </remarks>
/// <param name="Gate">Name of the gate's activation g, for example "sigmoid"; null for the ungated cell.</param>
/// <param name="Gap">Steps of noise between the bit and the question, at least 1.</param>
/// <param name="Units">Units of the cell.</param>
/// <param name="Noise">Standard deviation of the noise; the bit is 1 high.</param>
/// <param name="TrainingSteps">Minibatches.</param>
/// <param name="BatchSize">Sequences in a minibatch, all of them new.</param>
/// <param name="LearningRate">Learning rate of Adam.</param>
public sealed record GatedMemoryExperiment(
    string? Gate = "sigmoid", int Gap = 40, int Units = 4, double Noise = 0.3,
    int TrainingSteps = 300, int BatchSize = 32, double LearningRate = 0.02)
{
    private const int TestSequences = 1000;

    /// <summary>Trains and tests one cell for each seed; the results do not depend on the number of processors.</summary>
    /// <param name="seeds">Seeds of the initial weights and of the sequences.</param>
    /// <exception cref="InvalidOperationException">A size or rate is not positive.</exception>
    public GatedMemoryResult Run(IReadOnlyList<int> seeds)
    {
        if (Gap < 1 || Units < 1 || TrainingSteps < 1 || BatchSize < 1 || !(LearningRate > 0) || !(Noise >= 0))
            throw new InvalidOperationException(
                $"Gap {Gap}, units {Units}, training steps {TrainingSteps}, batch size {BatchSize}, learning rate {LearningRate}, "
                + $"noise {Noise}: all must be positive (noise may be 0).");
        var gate = Gate is null ? null : Activation.Named(Gate);
        var runs = new GatedMemoryRun[seeds.Count];
        Parallel.For(0, seeds.Count, i => runs[i] = Run(gate, seeds[i]));
        return new GatedMemoryResult(this, runs);
    }

    private GatedMemoryRun Run(IActivation? gate, int seed)
    {
        var random = new MersenneTwister(seed);
        var cell = new MemoryCell(gate, Units, Gap, random);
        var atStart = cell.GradientByStep(MemorySequences.Draw(BatchSize, Gap, Noise, random));
        var optimiser = new Optimizers.Adam<double>(LearningRate);
        var memory = new StepMemory();
        for (var step = 0; step < TrainingSteps; step++)
        {
            using var begun = memory.Begin();
            var gradient = cell.Gradient(MemorySequences.Draw(BatchSize, Gap, Noise, random));
            optimiser.Step(cell.Parameters, gradient);
        }
        return new GatedMemoryRun(seed, cell.Accuracy(MemorySequences.Draw(TestSequences, Gap, Noise, random)), atStart);
    }
}
