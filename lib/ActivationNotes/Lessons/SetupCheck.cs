using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActivationNotes.Data;

namespace ActivationNotes.Lessons;

/// <summary>What lesson 00 shows to prove that the set-up works.</summary>
public static class SetupCheck
{
    /// <summary>Versions, processor and data, one row each. Fails with a message of its own when the data cannot be read.</summary>
    public static ResultTable Run()
    {
        var images = Digits.Load();
        var library = typeof(SetupCheck).Assembly;
        return new ResultTable(["Part", "Found", "Good to know"],
        [
            [".NET", RuntimeInformation.FrameworkDescription, Environment.Version.Major >= 10 ? "recent enough" : "too old: install the .NET SDK 10 from https://dotnet.microsoft.com/download, then start the kernel again"],
            ["Machine", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}", $"{Environment.ProcessorCount} logical processors"],
            ["SIMD", Vector.IsHardwareAccelerated ? $"{Vector<byte>.Count * 8}-bit vectors" : "none: loops run one number at a time", Simd()],
            ["Library", $"{library.GetName().Name} {library.GetName().Version?.ToString(3)}", "every formula and experiment of the course"],
            ["Images", $"{images.Count} handwritten digits", $"data/digits.csv, {images.Select(image => image.Label).Distinct().Count()} classes"],
            ["Published numbers", $"{PublishedNumbers.All.Count} values", $"data/published.csv, {PublishedNumbers.All.Select(number => number.Source).Distinct().Count()} sources"],
        ]);
    }

    private static string Simd() => Vector.IsHardwareAccelerated
        ? $"{Vector<float>.Count} floats or {Vector<double>.Count} doubles at once{(Vector512.IsHardwareAccelerated ? "; 512-bit instructions too" : "")}"
        : "lessons run, but slowly, and lesson 04 cannot show what it says: unset DOTNET_EnableHWIntrinsic if it is set, or use a computer with an x64 or Arm64 processor";
}
