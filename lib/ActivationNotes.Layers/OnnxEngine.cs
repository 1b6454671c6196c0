using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ActivationNotes.Layers;

/// <summary>Says what is missing before ONNX Runtime does, in words that help.</summary>
internal static class OnnxEngine
{
    private const string Library = "onnxruntime";

    /// <summary>Makes sure that the native library of ONNX Runtime can be loaded.</summary>
    /// <param name="loads">Tries it; null for the real thing.</param>
    /// <exception cref="PlatformNotSupportedException">It cannot; the message says what to do.</exception>
    public static void Require(Func<bool>? loads = null)
    {
        if ((loads ?? Loads)()) return;
        throw new PlatformNotSupportedException(
            $"ONNX Runtime's native library ({Library}) for {RuntimeInformation.RuntimeIdentifier} is not beside {Path.GetFileName(typeof(InferenceSession).Assembly.Location)}. "
            + "It comes with a build on this system: run dotnet build in the course's folder, then restart the kernel. It exists for Windows, Linux (x64, arm64) and macOS (arm64); "
            + "elsewhere skip the cells that run layers.");
    }

    private static bool Loads() => NativeLibrary.TryLoad(Library, typeof(InferenceSession).Assembly, searchPath: null, out _);
}
