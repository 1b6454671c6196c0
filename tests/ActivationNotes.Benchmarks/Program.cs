using ActivationNotes.Benchmarks;

const string Help = """
    Measurements of the helper library and of the kernel.

      accuracy [FILE...]   largest error in ULP of every activation against exact values: CSV files name,x,value,derivative
                           (default: tests/ActivationNotes.Tests/Reference/*.csv); prints a Markdown table
      accuracy-document    docs/accuracy.md: the above, and `floats` below; about ten minutes
      speed [NAME...]      nanoseconds per element of every activation, or of those named, on 65,536 floats: Values and
                           Derivatives against TensorPrimitives where it has the function and against scalar loops,
                           interleaved in one run; prints median, interquartile range and ratio
      floats [NAME...]     largest error in ULP over all 2^32 floats of exp and of every activation and its derivative (sigmoid,
                           sigmoid', ...), or of those named; about 15 seconds each
      floats --sample [NAME...]   the same for every 61st block of 65,536 floats
      kernel [RUNS]        milliseconds from a kernel's start to its first result, of trivial cells, of completions and inspections,
                           as a client sees them (default: 10 runs); prints a Markdown table
      doubles [COUNT]      largest error in ULP of the sigmoid of doubles and of its slope on random points (default: 10^8; two minutes)
      vectors              nanoseconds per element of the vector kernels and of their .NET peers at 4 K to 16 M elements
      peers                the same of floats beside ONNX Runtime, PyTorch, SciPy, NumPy and SLEEF, with the error of each; prints a
                           Markdown table (needs Debian's python3-scipy, python3-torch, libsleef3 and gcc)
      costs                lesson 04's measurements: the roofline of a core, approximations of the sigmoid, activations beside layers in
                           ONNX Runtime; prints Markdown tables
      networks             products of float matrices beside MathNet's and OpenBLAS's, and a training step beside PyTorch's, on one thread,
                           interleaved, and the time of lesson 02's depth sweep; prints three Markdown tables (peers that are not installed
                           are named: Debian's python3-torch, python3-numpy and libopenblas0-pthread)

    Run as: dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- accuracy
    """;

switch (args)
{
    case ["accuracy", .. var files]:
        AccuracyReport.Print(files);
        return 0;
    case ["accuracy-document"]:
        AccuracyDocument.Print();
        return 0;
    case ["kernel", .. var runs]:
        await KernelReport.PrintAsync(runs is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 10);
        return 0;
    case ["speed", .. var names]:
        SpeedReport.Print(names);
        return 0;
    case ["floats", "--sample", .. var names]:
        EveryFloatReport.Print(names, 61);
        return 0;
    case ["floats", .. var names]:
        EveryFloatReport.Print(names, 1);
        return 0;
    case ["doubles", .. var counts]:
        ManyDoublesReport.Print(counts is [var points] ? long.Parse(points, System.Globalization.CultureInfo.InvariantCulture) : 100_000_000);
        return 0;
    case ["vectors"]:
        VectorReport.Print();
        return 0;
    case ["peers"]:
        PeerReport.Print();
        return 0;
    case ["costs"]:
        CostReport.Print();
        return 0;
    case ["networks"]:
        NetworkReport.Print();
        return 0;
    default:
        Console.WriteLine(Help);
        return args is [] or ["--help"] ? 0 : 2;
}
