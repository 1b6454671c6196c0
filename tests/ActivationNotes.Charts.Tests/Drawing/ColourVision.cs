using System.Globalization;

namespace ActivationNotes.Charts.Tests.Drawing;

/// <summary>How colours look to people, and how far apart.</summary>
internal static class ColourVision
{
    /// <summary>Kinds of vision, each as a matrix on linear sRGB.</summary>
    /// <remarks>
    /// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
    /// IEEE Transactions on Visualization and Computer Graphics 15(6), 2009; the authors' matrices for severity 1.0.
    /// </remarks>
    public static IReadOnlyDictionary<string, double[,]> Kinds { get; } = new Dictionary<string, double[,]>(StringComparer.Ordinal)
    {
        ["normal"] = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        ["protanopia"] = new[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        ["deuteranopia"] = new[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        ["tritanopia"] = new[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    };

    /// <summary>Distance of two colours in OKLab as somebody sees them; about 0.02 is just noticeable side by side.</summary>
    public static double Distance(string one, string other, string kind) =>
        Math.Sqrt(Lab(Seen(one, kind)).Zip(Lab(Seen(other, kind)), (a, b) => (a - b) * (a - b)).Sum());

    /// <summary>Linear sRGB of a colour, WCAG 2.2 "relative luminance".</summary>
    public static double[] Linear(string colour) => [.. Enumerable.Range(0, 3)
        .Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
        .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];

    private static double[] Seen(string colour, string kind) => [.. Times(Kinds[kind], Linear(colour)).Select(value => Math.Clamp(value, 0, 1))];

    // Björn Ottosson, "A perceptual color space for image processing", 2020.
    private static double[] Lab(double[] linear)
    {
        double[,] cones = { { 0.4122214708, 0.5363325363, 0.0514459929 }, { 0.2119034982, 0.6806995451, 0.1073969566 }, { 0.0883024619, 0.2817188376, 0.6299787005 } };
        double[,] lab = { { 0.2104542553, 0.7936177850, -0.0040720468 }, { 1.9779984951, -2.4285922050, 0.4505937099 }, { 0.0259040371, 0.7827717662, -0.8086757660 } };
        return Times(lab, [.. Times(cones, linear).Select(Math.Cbrt)]);
    }

    private static double[] Times(double[,] matrix, double[] vector) => [.. Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 3).Sum(column => matrix[row, column] * vector[column]))];
}
