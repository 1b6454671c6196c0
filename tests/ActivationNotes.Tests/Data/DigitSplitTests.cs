using ActivationNotes.Data;

namespace ActivationNotes.Tests.Data;

public sealed class DigitSplitTests
{
    private static readonly IReadOnlyList<DigitImage> Images = Digits.Load();

    [Fact]
    public void Every_image_is_in_one_part_and_the_shares_are_as_asked_for()
    {
        var split = DigitSplit.Of(Images, seed: 3, trainingShare: 0.8);
        Assert.Equal(1438, split.Training.Count);
        Assert.Equal(1797, split.Training.Count + split.Test.Count);
        var labels = split.Training.Labels.Concat(split.Test.Labels).CountBy(label => label).OrderBy(pair => pair.Key);
        Assert.Equal(Images.CountBy(image => image.Label).OrderBy(pair => pair.Key), labels);
    }

    [Fact]
    public void Training_brightness_has_mean_zero_and_deviation_one_and_the_test_images_are_moved_with_it()
    {
        var split = DigitSplit.Of(Images);
        var pixels = split.Training.Images.Enumerate().Select(value => (double)value).ToArray();
        Assert.Equal(0, pixels.Average(), 1e-5);
        Assert.Equal(1, pixels.Average(value => value * value), 1e-3);
        // Paper is the darkest and full ink the brightest value in both parts.
        Assert.Equal(pixels.Min(), split.Test.Images.Enumerate().Min(), 1e-6);
        Assert.Equal(pixels.Max(), split.Test.Images.Enumerate().Max(), 1e-6);
    }

    [Fact]
    public void The_seed_alone_decides()
    {
        Assert.Equal(DigitSplit.Of(Images, seed: 5).Test.Labels, DigitSplit.Of(Images, seed: 5).Test.Labels);
        Assert.NotEqual(DigitSplit.Of(Images, seed: 5).Test.Labels, DigitSplit.Of(Images, seed: 6).Test.Labels);
    }

    [Fact]
    public void A_batch_holds_the_images_asked_for_in_that_order()
    {
        var set = DigitSplit.Of(Images).Training;
        var batch = set.Batch([7, 0, 7]);
        Assert.Equal([set.Labels[7], set.Labels[0], set.Labels[7]], batch.Labels);
        Assert.Equal(set.Images.Row(7), batch.Images.Row(2));
        Assert.Equal(set.Images.Row(0), batch.Images.Row(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1439)]
    public void More_images_than_there_are_or_none_are_refused(int count) =>
        Assert.Contains("There are 1438 images", Assert.Throws<ArgumentOutOfRangeException>(() => DigitSplit.Of(Images).Training.First(count)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_image_that_is_not_there_is_refused() =>
        Assert.Contains("the images 0 to 1437", Assert.Throws<ArgumentOutOfRangeException>(() => DigitSplit.Of(Images).Training.Batch([0, 1438])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_part_without_images_is_refused(double share) =>
        Assert.Contains("of 1797 images", Assert.Throws<ArgumentException>(() => DigitSplit.Of(Images, 1, share)).Message, StringComparison.Ordinal);
}
