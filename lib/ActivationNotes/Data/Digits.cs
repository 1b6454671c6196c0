using System.Globalization;

namespace ActivationNotes.Data;

/// <summary>
/// The 1797 handwritten digits of the course, real data: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten
/// Digits, test set, UCI Machine Learning Repository, 1998 (doi 10.24432/C50P49), CC BY 4.0.
/// </summary>
public static class Digits
{
    private const int FullInk = 16;

    /// <summary>All images of <c>data/digits.csv</c>, in the order of the file.</summary>
    public static IReadOnlyList<DigitImage> Load() => Load(CourseData.PathOf("digits.csv"));

    /// <summary>The images of a file of the same form: 64 pixel counts from 0 to 16, then the digit, no header.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names the line and what is wrong.</exception>
    public static IReadOnlyList<DigitImage> Load(string path)
    {
        const int pixels = DigitImage.Side * DigitImage.Side;
        var images = new List<DigitImage>();
        foreach (var (line, fields) in CsvFile.Read(path))
        {
            if (fields.Length != pixels + 1)
                throw CsvFile.Error(path, line, $"{fields.Length} values, expected {pixels + 1}: {pixels} pixels and the digit.");
            var brightness = new double[pixels];
            for (var i = 0; i < pixels; i++)
                brightness[i] = Whole(fields[i], FullInk, path, line, $"pixel {i + 1}") / (double)FullInk;
            images.Add(new DigitImage(brightness, Whole(fields[pixels], 9, path, line, "the digit")));
        }
        return images.Count > 0 ? images : throw new InvalidDataException($"{Path.GetFileName(path)} holds no images.");
    }

    private static int Whole(string text, int largest, string path, int line, string what) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= largest
            ? value
            : throw CsvFile.Error(path, line, $"{what} is '{text}', expected a whole number from 0 to {largest}.");
}
