using ActivationNotes.Experiments;

namespace ActivationNotes.Tests.Experiments;

public sealed class SlopeAccuracyExperimentTests
{
    private static readonly SlopeAccuracyResult Result = new SlopeAccuracyExperiment(PointsPerCell: 10).Run(SlopeFormula.All);

    [Fact]
    public void The_textbook_formula_has_lost_all_its_53_bits_beyond_37_and_the_other_two_stay_within_4_ulp()
    {
        var (worst, least) = (Result.Formulas[0].WorstUlps, Result.Formulas[0].LeastUlps);
        for (var cell = 0; cell < Result.X.Length; cell++)
        {
            Assert.InRange(least[cell], 0, worst[cell]);
            if (Result.X[cell] > 38) Assert.InRange(least[cell], Math.ScaleB(1, 52), Math.ScaleB(1, 53));
            if (Result.X[cell] > 38) Assert.InRange(worst[cell], least[cell], Math.ScaleB(1, 53));
        }

        // In the middle a lucky point keeps all its digits where an unlucky one has lost many.
        Assert.Contains(Result.X.Index(), cell => least[cell.Index] < worst[cell.Index] / 4);
        Assert.All(Result.Formulas[1].WorstUlps, ulps => Assert.InRange(ulps, 0, 4));
        Assert.All(Result.Formulas[2].WorstUlps, ulps => Assert.InRange(ulps, 0, 4));
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        Assert.Equal(Result.Formulas[0].WorstUlps, new SlopeAccuracyExperiment(PointsPerCell: 10).Run(SlopeFormula.All).Formulas[0].WorstUlps);
        Assert.NotEqual(Result.Formulas[0].WorstUlps, new SlopeAccuracyExperiment(PointsPerCell: 10, Seed: 2).Run(SlopeFormula.All).Formulas[0].WorstUlps);
    }

    [Fact]
    public void An_empty_range_is_refused() =>
        Assert.Contains("To beyond From", Assert.Throws<InvalidOperationException>(
            () => new SlopeAccuracyExperiment(From: 3, To: 3).Run(SlopeFormula.All)).Message, StringComparison.Ordinal);
}
