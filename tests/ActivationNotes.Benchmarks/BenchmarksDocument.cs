using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace ActivationNotes.Benchmarks;

/// <summary>docs/benchmarks.md: what was measured, how, and the tables.</summary>
internal static class BenchmarksDocument
{
    private const string Beginning = """
        # Benchmarks

        What was measured, and the command that measures it. Absolute times are those of one machine; run the commands on yours. This page is
        written by one command, which takes some minutes (build first: `dotnet build -c Release tests/ActivationNotes.Benchmarks`):

            dotnet run -c Release --no-build --project tests/ActivationNotes.Benchmarks -- benchmarks-document > docs/benchmarks.md

        """;

    private const string Kernel = """

        ## The kernel

        How long a client waits:

        """;

    private const string Tool = """

            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- kernel 5

        The kernel, Roslyn and its editor services are compiled ahead of time (ReadyToRun). The compiler warms up while the sockets are bound; the
        editor services warm up in the background, and only for clients with somebody in front of them.

        ## The course tool

        How long a command takes from the shell, process and kernel start included, on a copy of the course:

        """;

    private const string Vectors = """

            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- tool

        ## Vector kernels

        exp, sigmoid and tanh of floats on one thread: nanoseconds per element, median and middle half, for arrays that fit the first-level
        cache, the second-level cache, the third-level cache, and none. Ours, .NET's and ONNX Runtime's are interleaved in one process; the
        others run after them in Python's, interleaved among themselves. Inputs are uniform in [-8, 8]. "ULP" is the largest error over a
        million floats of all sizes where the exact result is a normal float, "subnormal" where it is smaller; "lost" means that some results
        are 0 (or another constant) where they should be a small number. Over all 2^32 floats see [accuracy.md](accuracy.md).

        """;

    private const string Machines = """

            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- peers

        What bounds the tuned sigmoid is the number of operations: 9 fused ones, 5 others and a division for a register. Tried and not done:
        `vrcp14ps` with a Newton step instead of the division (slower, and other bits on other makers' processors), a table of 32 powers of two with a
        shorter polynomial (hardly faster, and more than 2 ULP from the exact result), two steps of the polynomial at once (one operation more; a
        twentieth slower), separate multiplications and additions (1.4 times as long with 512 bits, 1.3 with 256). What is not the tuned sigmoid has
        them separate nevertheless, because of the section below, and takes two steps at once, which wins back a part.

        ## The same bits on every machine, and what they cost

        Float products, the vector sigmoid and a small depth sweep of lesson 02 (3 activations, 20 depths, 3 seeds, the best of 3 runs, all processors), on
        this machine and as if it lacked registers or instructions, each in a process of its own with .NET's own settings. All rows compute the same
        bits. Sigmoids are of 4,096 · 65,536 · 1,048,576 · 16,777,216 floats.

        """;

    private const string Arithmetic = """

            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- machines

        A product rounds multiplications and additions separately. Before, it fused them, which .NET does number by number where the instruction is
        missing: a product of 64 x 64 x 64 took 1,200 µs there and, when the C library had no such instruction either, 12,000 µs, where the same machine with it
        took 3.1 µs with 512 and 5.8 µs with 256 bits. Separate operations cost at most a sixth with 512 bits and nothing with 256, as processors add beside
        multiplying. Sums in double would take two to four times as long everywhere. Activations are computed with separate operations for the same reason;
        the tuned sigmoid alone stays fused. Where the instruction is missing it imitates it to the last bit, which takes seventy times as long as with it
        and twenty times as long as an activation's separate operations: a price for a kernel that lessons time, not for networks that they train. Against
        .NET's it lost nothing: before, 2.5 times as fast at 4,096 floats with 512 bits and 3.4 times with 256.

        The same of floats and doubles against .NET alone, in the same units, with the slope of the sigmoid:

        """;

    private const string Activations = """
            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- vectors

        ## Activations

        """;

    private const string Costs = """

            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- speed

        ## What an activation costs: roofline, approximations, layers

        The measurements of lesson 04. Bandwidths count bytes read and bytes written, over the faster of a copy and a max; the peak is of fused
        multiply-adds in registers. Approximations of the sigmoid work on 16,384 floats from -8 to 8, interleaved, beside the accurate kernels;
        distances and errors are the largest over 1.2 million floats of all sizes (in the far tail, where s(x) is below 1e-30, an approximation
        loses every digit), and "16 M" is the time on 16 million floats, which no cache holds. The shares are of a layer's wall time that is there because of the
        activation: medians of interleaved pairs in ONNX Runtime, four layers in a row, against the same four without activation. The
        profiler's share is that of the layers before fusion, whose convolutions are slower. Below 0, and where the interval is wide, is noise.

        """;

    private const string Networks = """
            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- costs

        ## Networks

        Products of square float matrices on one thread, and one training step of a network, each the median of 101 samples. Ours, MathNet's
        managed provider and Python's libraries take turns sample by sample. `a * b` is the operator of `Matrix<float>`, as notebooks write it: with
        ours plugged in (`VectorisedLinearAlgebra.Use()`), and with MathNet's. Our step includes what a pass remembers for the lessons to look at.
        Doubles are left to MathNet.

        """;

    private const string EqualRegisters = """

            dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- networks

        An OpenBLAS that does not know the processor may take kernels of narrower registers than ours. So the products once more with equal ones.
        First with OpenBLAS told to take its 512-bit kernels, then with .NET told to do without them:

        """;

    private const string End = """
            OPENBLAS_CORETYPE=SkylakeX dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- networks --products
            DOTNET_EnableAVX512=0 dotnet run -c Release --project tests/ActivationNotes.Benchmarks -- networks --products
        """;

    /// <summary>Measures everything and prints the page.</summary>
    public static async Task PrintAsync()
    {
        Console.WriteLine(Beginning);
        Console.WriteLine(MachineLine.Write());
        Console.WriteLine(Kernel);
        await KernelReport.PrintAsync(5);
        Console.WriteLine(Tool);
        ToolReport.Print();
        Console.WriteLine(Vectors);
        PeerReport.Print();
        Console.WriteLine(Machines);
        MachinesReport.Print();
        Console.WriteLine(Arithmetic);
        VectorReport.Print();
        Console.WriteLine(Activations);
        SpeedReport.Print([]);
        Console.WriteLine(Costs);
        CostReport.Print();
        Console.WriteLine(Networks);
        NetworkReport.Print();
        if (Vector512.IsHardwareAccelerated)
        {
            Console.WriteLine(EqualRegisters);
            PrintProducts("OPENBLAS_CORETYPE", "SkylakeX");
            PrintProducts("DOTNET_EnableAVX512", "0");
            Console.WriteLine(End);
        }
    }

    // Both settings are read when a process starts.
    private static void PrintProducts(string variable, string value)
    {
        Console.Error.WriteLine($"products with {variable}={value}");
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(BenchmarksDocument).Assembly.Location, "networks", "--products"]) { UseShellExecute = false, RedirectStandardOutput = true };
        // The apphost of a build takes no path of an assembly.
        if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.Ordinal)) start.ArgumentList.RemoveAt(0);
        start.Environment[variable] = value;
        using var child = Process.Start(start)!;
        Console.WriteLine(child.StandardOutput.ReadToEnd());
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"networks --products ended with exit code {child.ExitCode}; what it wrote above says why.");
    }
}
