using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace ActivationNotes.Layers;

/// <summary>A model loaded into ONNX Runtime, with its input and output in memory that is there already.</summary>
internal sealed class LayerSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input, _output;

    /// <summary>Loads a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="shape">Shape of input and output.</param>
    /// <param name="threads">How many threads work on one operator.</param>
    /// <param name="profiled">
    /// Whether ONNX Runtime writes down how long each operator takes. Then operators are not fused, so that each has a time.
    /// </param>
    public LayerSession(byte[] model, long[] shape, int threads, bool profiled)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            GraphOptimizationLevel = profiled ? GraphOptimizationLevel.ORT_ENABLE_BASIC : GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        // Sessions take turns: a thread of one that waits by spinning would steal the processor from another.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        if (profiled)
        {
            ProfileFolder = Directory.CreateTempSubdirectory("layers-").FullName;
            options.ProfileOutputPathPrefix = Path.Combine(ProfileFolder, "profile");
            options.EnableProfiling = true;
        }

        _session = new InferenceSession(model, options);
        var random = new Random(1);
        float[] values = [.. Enumerable.Range(0, (int)shape.Aggregate((product, length) => product * length)).Select(_ => (float)(2 * random.NextDouble() - 1))];
        Output = new float[values.Length];
        _input = OrtValue.CreateTensorValueFromMemory(values, shape);
        _output = OrtValue.CreateTensorValueFromMemory(Output, shape);
        Input = values;
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxGraph.InputName, _input);
        _binding.BindOutput(OnnxGraph.OutputName, _output);
    }

    /// <summary>Where ONNX Runtime writes its profile, until this is disposed; null without one.</summary>
    public string? ProfileFolder { get; }

    /// <summary>What goes in.</summary>
    public float[] Input { get; }

    /// <summary>What came out of the last run.</summary>
    public float[] Output { get; }

    /// <summary>Runs the model once.</summary>
    public void Run() => _session.RunWithBinding(_options, _binding);

    /// <summary>Milliseconds that all runs so far spent in each kind of operator, by ONNX Runtime's own profiler.</summary>
    public IReadOnlyDictionary<string, double> EndProfiling()
    {
        using var events = JsonDocument.Parse(File.ReadAllBytes(_session.EndProfiling()));
        return events.RootElement.EnumerateArray()
            .Where(one => one.GetProperty("cat").GetString() == "Node" && one.GetProperty("name").GetString()!.EndsWith("_kernel_time", StringComparison.Ordinal))
            .GroupBy(one => one.GetProperty("args").GetProperty("op_name").GetString()!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(one => one.GetProperty("dur").GetDouble()) / 1000, StringComparer.Ordinal);
    }

    /// <summary>Frees what ONNX Runtime holds, and removes the profile.</summary>
    public void Dispose()
    {
        _binding.Dispose();
        _input.Dispose();
        _output.Dispose();
        _options.Dispose();
        _session.Dispose();
        if (ProfileFolder is not null) Directory.Delete(ProfileFolder, recursive: true);
    }
}
