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
    [InlineData(1, 1, "17", "pixel 1 is '17', expected a whole number from 0 to 16")]
    [InlineData(3, 64, "-1", "pixel 64 is '-1'")]
    [InlineData(2, 30, "x", "pixel 30 is 'x'")]
    [InlineData(3, 8, "", "pixel 8 is ''")]
    [InlineData(2, 65, "10", "the digit is '10', expected a whole number from 0 to 9")]
    public void A_bad_value_is_named_with_file_line_and_place(int line, int place, string value, string expected)
    {
        var lines = Enumerable.Range(0, 3).Select(_ => Enumerable.Repeat("0", 65).ToArray()).ToArray();
        lines[line - 1][place - 1] = value;
        File.WriteAllLines(_file, lines.Select(values => string.Join(',', values)));
        Assert.StartsWith(
            $"{Path.GetFileName(_file)}, line {line}: {expected}", Assert.Throws<InvalidDataException>(() => Digits.Load(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_another_length_is_named_after_blank_lines_too()
    {
        File.WriteAllText(_file, $"\n{string.Join(',', Enumerable.Repeat("0", 65))}\n1,2,3\n");
        Assert.StartsWith(
            $"{Path.GetFileName(_file)}, line 3: 3 values, expected 65", Assert.Throws<InvalidDataException>(() => Digits.Load(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
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
