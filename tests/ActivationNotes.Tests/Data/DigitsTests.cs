using ActivationNotes.Data;

namespace ActivationNotes.Tests.Data;

public sealed class DigitsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_courses_file_holds_1797_images_with_the_class_counts_its_source_states()
    {
        var images = Digits.Load();
        Assert.Equal(1797, images.Count);
        // Class counts of the test set, from the data set's own description (optdigits.names).
        int[] counts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180];
        Assert.Equal(counts, images.GroupBy(image => image.Label).OrderBy(group => group.Key).Select(group => group.Count()));
        Assert.All(images, image => Assert.Equal(64, image.Pixels.Count));
        Assert.Equal(1, images.SelectMany(image => image.Pixels).Max());
        Assert.Equal(0, images.SelectMany(image => image.Pixels).Min());
    }

    [Fact]
    public void Pixels_are_sixteenths_in_rows_from_the_top_left()
    {
        var first = Digits.Load()[0];
        Assert.Equal(0, first.Label);
        Assert.Equal([0, 0, 5 / 16.0, 13 / 16.0, 9 / 16.0, 1 / 16.0, 0, 0], first.Pixels.Take(8));
        Assert.Equal(15 / 16.0, first.At(1, 3));
    }

    [Theory]
    [InlineData("1,2,3", "line 1: 3 values, expected 65")]
    [InlineData("17", "line 1: pixel 1 is '17', expected a whole number from 0 to 16")]
    [InlineData("-1", "line 1: pixel 1 is '-1'")]
    [InlineData("x", "line 1: pixel 1 is 'x'")]
    public void A_bad_line_is_named_with_what_is_wrong(string start, string expected)
    {
        File.WriteAllText(_file, start.Contains(',', StringComparison.Ordinal) ? start : start + string.Concat(Enumerable.Repeat(",0", 64)));
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Digits.Load(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_above_nine_and_an_empty_file_are_refused()
    {
        File.WriteAllText(_file, string.Concat(Enumerable.Repeat("0,", 64)) + "10");
        Assert.Contains("the digit is '10'", Assert.Throws<InvalidDataException>(() => Digits.Load(_file)).Message, StringComparison.Ordinal);
        File.WriteAllText(_file, "\n\n");
        Assert.Contains("holds no images", Assert.Throws<InvalidDataException>(() => Digits.Load(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_data_file_is_named_with_what_to_do()
    {
        var error = Assert.Throws<FileNotFoundException>(() => CourseData.PathOf("nothing.csv"));
        Assert.Contains("nothing.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains("inside the repository", error.Message, StringComparison.Ordinal);
    }
}
