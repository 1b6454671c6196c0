using System.Globalization;
using ActivationNotes.Activations;
using ActivationNotes.Benchmarks;

const string Help = """
    Measurements of the helper library and of the kernel.

      accuracy [FILE...]   largest error in ULP of every activation against exact values: CSV files name,x,value,derivative
                           (default: tests/ActivationNotes.Tests/Reference/*.csv); prints a Markdown table
      accuracy-document    docs/accuracy.md: the above, and `doubles` and `floats` below; about fifteen minutes
      benchmarks-document  docs/benchmarks.md: what `kernel 5`, `tool`, `peers`, `machines`, `vectors`, `speed`, `costs` and `networks` print; some minutes
      speed [NAME...]      nanoseconds per element of every activation, or of those named, on 65,536 floats: Values and
                           Derivatives against TensorPrimitives where it has the function and against scalar loops,
                           interleaved in one run; prints a Markdown table of medians, and fails when Values is slower than
                           TensorPrimitives, or less than 4 times as fast as a scalar loop over an exponential
      floats [NAME...]     largest error in ULP over all 2^32 floats of exp and of every activation and its derivative (sigmoid,
                           sigmoid', ...), or of those named; about 15 seconds each
      floats --sample [NAME...]   the same for every 61st block of 65,536 floats
      kernel [RUNS]        milliseconds from a kernel's start to its first result, of trivial cells, of completions and inspections,
                           as a client sees them (default: 10 runs); prints a Markdown table
      tool                 seconds of the course tool's commands from the shell, on a copy of the course: start, ten cells, builds with nothing, one
                           lesson or the library changed; prints a Markdown table (needs a build; some minutes)
      doubles [COUNT]      largest error in ULP of exp, sigmoid, sigmoid' and tanh of doubles on random points (default: 10^8; three minutes)
      machines             float products, the vector sigmoid beside TensorPrimitives', and a small depth sweep on this machine, and as if it had no
                           512-bit registers, no 256-bit registers and no fused multiplication and addition; prints a Markdown table (a minute)
      vectors              nanoseconds per element of the vector kernels and of their .NET peers at 4 K to 16 M elements
      peers                the same of floats beside ONNX Runtime, PyTorch, SciPy, NumPy and SLEEF, with the error of each; prints a
                           Markdown table (needs Debian's python3-scipy, python3-torch, libsleef3 and gcc)
      costs                lesson 04's measurements: the roofline of a core, approximations of the sigmoid, activations beside layers in
                           ONNX Runtime; prints Markdown tables
      networks             products of float matrices beside MathNet's and OpenBLAS's, and a training step beside PyTorch's, on one thread,
                           interleaved, and the time of lesson 02's depth sweep; prints three Markdown tables (peers that are not installed
                           are named: Debian's python3-torch, python3-numpy and libopenblas0-pthread)
      networks --products  the first of these tables alone

    Run as: dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- accuracy
    """;

switch (args)
{
    case ["accuracy", .. var files]:
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } absent) return Refuse($"There is no file '{absent}'.");
        AccuracyReport.Print(files);
        return 0;
    case ["accuracy-document"]:
        AccuracyDocument.Print();
        return 0;
    case ["benchmarks-document"]:
        await BenchmarksDocument.PrintAsync();
        return 0;
    case ["kernel"] or ["kernel", _]:
        if (Count(args, otherwise: 10) is not { } runs) return Refuse($"'{args[1]}' is no number of runs: give a whole number from 1 on.");
        await KernelReport.PrintAsync((int)Math.Min(runs, int.MaxValue));
        return 0;
    case ["tool"]:
        ToolReport.Print();
        return 0;
    case ["speed", .. var names]:
        if (Unknown(names, Activation.All.Select(activation => activation.Info.Name)) is { } wrong) return Refuse(wrong);
        return SpeedReport.Print(names) ? 0 : 1;
    case ["floats", "--sample", .. var names]:
        if (Unknown(names, EveryFloatReport.Names) is { } wrongSample) return Refuse(wrongSample);
        EveryFloatReport.Print(names, 61);
        return 0;
    case ["floats", .. var names]:
        if (Unknown(names, EveryFloatReport.Names) is { } wrongName) return Refuse(wrongName);
        EveryFloatReport.Print(names, 1);
        return 0;
    case ["doubles"] or ["doubles", _]:
        if (Count(args, otherwise: 100_000_000) is not { } points) return Refuse($"'{args[1]}' is no number of points: give a whole number from 1 on.");
        ManyDoublesReport.Print(points);
        return 0;
    case ["machines"]:
        MachinesReport.Print();
        return 0;
    case ["machines", "--row", var name]:
        MachinesReport.PrintRow(name);
        return 0;
    case ["vectors"]:
        Console.WriteLine(MachineLine.Write() + "\n");
        VectorReport.Print();
        return 0;
    case ["peers"]:
        Console.WriteLine(MachineLine.Write() + "\n");
        PeerReport.Print();
        return 0;
    case ["costs"]:
        Console.WriteLine(MachineLine.Write() + "\n");
        CostReport.Print();
        return 0;
    case ["networks"]:
        Console.WriteLine(MachineLine.Write() + "\n");
        NetworkReport.Print();
        return 0;
    case ["networks", "--products"]:
        NetworkReport.PrintProducts();
        return 0;
    default:
        Console.WriteLine(Help);
        return args is [] or ["--help"] ? 0 : 2;
}

static int Refuse(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}

static string? Unknown(string[] names, IEnumerable<string> known) =>
    Array.Find(names, name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown ? $"There is no '{unknown}'. There are: {string.Join(", ", known)}." : null;

static long? Count(string[] arguments, long otherwise) => arguments switch
{
    [_] => otherwise,
    [_, var text] when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 => count,
    _ => null,
};
