using System.Globalization;

namespace ActivationNotes.Timing;

/// <summary>What else the machine did while something was measured, as far as the system says.</summary>
/// <param name="Processors">How many processors the machine has.</param>
/// <param name="OtherPrograms">Share of all processors' time that other programs, or other machines on the same hardware, took, 0 to 1; null where the system does not say.</param>
/// <param name="LoadAverage">Programs that ran or waited for a processor, as an average over the last minute; null where the system does not say.</param>
/// <param name="ThisProgram">How many processors this program kept busy, on average.</param>
internal sealed record MachineLoad(int Processors, double? OtherPrograms, double? LoadAverage, double ThisProgram)
{
    /// <summary>The load as a sentence.</summary>
    public override string ToString()
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"this program had {ThisProgram:F1} of {Processors} processors");
        if (OtherPrograms is not { } others) return $"Meanwhile {own}; the system does not say what others had.";
        var average = LoadAverage is { } load ? string.Create(CultureInfo.InvariantCulture, $" (load average {load:F1})") : "";
        return string.Create(CultureInfo.InvariantCulture, $"Meanwhile {own}, and others took {100 * others:F0} % of the machine{average}.");
    }
}
