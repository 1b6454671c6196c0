namespace ActivationNotes.Data;

/// <summary>The named GPUs of lesson 04: <c>data/accelerators.csv</c>.</summary>
public static class Accelerators
{
    private static readonly string[] s_header =
        ["chip", "streaming_multiprocessors", "clock_ghz", "fp32_tflops", "special_function_ops_per_clock_per_sm", "memory_bandwidth_gb_s", "source"];

    private static readonly Lazy<IReadOnlyList<Accelerator>> s_ofTheCourse = new(() => Load(CourseData.PathOf("accelerators.csv")));

    /// <summary>All of them, in the order of the file, oldest first.</summary>
    public static IReadOnlyList<Accelerator> All => s_ofTheCourse.Value;

    /// <summary>The accelerators of a file of the same columns.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not of that form; the message names file, line and column.</exception>
    public static IReadOnlyList<Accelerator> Load(string path)
    {
        var all = new List<Accelerator>();
        foreach (var row in CsvFile.ReadTable(path, s_header, key: "chip"))
        {
            all.Add(new(row.Text("chip"), row.Positive("streaming_multiprocessors"), row.Positive("clock_ghz"), 1e12 * row.Positive("fp32_tflops"),
                row.Positive("special_function_ops_per_clock_per_sm"), 1e9 * row.Positive("memory_bandwidth_gb_s"), row.Text("source")));
        }
        return all.Count > 0 ? all : throw new InvalidDataException($"{Path.GetFileName(path)} holds no accelerators.");
    }
}
