using System.Globalization;

namespace ActivationNotes.Networks;

/// <summary>How far a training has come. Its text is one line with a bar, for a notebook's updating display or a terminal.</summary>
/// <param name="Epoch">Epochs finished.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="Loss">Mean loss of the last epoch's batches, in nats.</param>
/// <param name="TestAccuracy">Share of the test samples classified rightly now.</param>
public sealed record TrainingProgress(int Epoch, int Epochs, double Loss, double TestAccuracy)
{
    private const int BarWidth = 20;

    /// <inheritdoc/>
    public override string ToString()
    {
        var done = Epochs == 0 ? BarWidth : BarWidth * Epoch / Epochs;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', done)}{new string('.', BarWidth - done)}] epoch {Epoch} of {Epochs}, loss {Loss:F3}, test accuracy {100 * TestAccuracy:F1} %");
    }
}
