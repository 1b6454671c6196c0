using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ActivationNotes.Course.Sessions;

/// <summary>The process of one kernel, with its connection file in a private folder.</summary>
public sealed partial class KernelProcess : IDisposable
{
    private static readonly TimeSpan s_outputLimit = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly TemporaryFolder _privateFolder;
    private readonly OutputTail _written = new();
    private readonly ProcessFamily _family;
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KernelProcess(Process process, TemporaryFolder privateFolder, ConnectionInfo connection, ProcessFamily family)
    {
        _family = family;
        _process = process;
        _privateFolder = privateFolder;
        Connection = connection;
    }

    /// <summary>Where it listens.</summary>
    public ConnectionInfo Connection { get; }

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts a kernel.</summary>
    /// <param name="spec">How it is started.</param>
    /// <param name="folder">The folder relative paths in cells start from.</param>
    /// <exception cref="CourseException">Its program cannot be started.</exception>
    public static KernelProcess Start(KernelSpec spec, string folder)
    {
        // Other users must not read the key of the connection.
        var privateFolder = new TemporaryFolder();
        try
        {
            var connection = ConnectionInfo.Create();
            var file = privateFolder.Entry("connection.json");
            connection.Write(file, spec.Name);
            var family = new ProcessFamily();
            var process = new Process { StartInfo = StartInfo(spec, folder, file, family) };
            var kernel = new KernelProcess(process, privateFolder, connection, family);
            process.OutputDataReceived += (_, line) => kernel._written.Add(line.Data);
            process.ErrorDataReceived += (_, line) => kernel._written.Add(line.Data);
            process.EnableRaisingEvents = true;
            process.Exited += (_, _) => kernel._exited.TrySetResult();
            process.Start();
            ProcessFamily.SacrificeFirst(process.Id);
            // Nothing of a kernel may read the reader's terminal.
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return kernel;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException)
        {
            privateFolder.Dispose();
            throw new CourseException($"The kernel \"{spec.Name}\" cannot be started ({string.Join(' ', spec.Arguments)}): {error.Message}", error);
        }
    }

    /// <summary>Completes when the process has ended, with all it started.</summary>
    public async Task WaitForExitAsync(CancellationToken cancellation)
    {
        // Not Process.WaitForExitAsync alone: that waits for the end of the output too, which a survivor may hold open for ever.
        await _exited.Task.WaitAsync(cancellation);
        _family.KillSurvivors();
        try
        {
            await _process.WaitForExitAsync(cancellation).WaitAsync(s_outputLimit, cancellation);
        }
        catch (TimeoutException)
        {
            // Somebody who left no trace holds it open: what has been read has to do.
        }
    }

    /// <summary>Sends the interrupt signal, which kernels without interrupt messages understand.</summary>
    public void Signal()
    {
        if (!_process.HasExited) ProcessFamily.Interrupt(_process.Id);
    }

    /// <summary>Ends the process and all it started, now.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }

    /// <summary>How the process ended, and the last it wrote.</summary>
    public string Epitaph()
    {
        if (!_process.HasExited) return "is still running";
        var code = _process.ExitCode;
        var how = code > 128 && !OperatingSystem.IsWindows()
            ? string.Create(CultureInfo.InvariantCulture, $"was ended by signal {code - 128}")
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code}");
        var (why, written) = (_written.Cause, _written.ToString());
        if (why.Length == 0 && code > 128 && !OperatingSystem.IsWindows()) why = Meaning(code - 128);
        if (why.Length > 0) how = $"{how}: {why}";
        return written.Length == 0 ? how : $"{how}. The last it wrote:\n{written}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _family.KillSurvivors();
        _process.Dispose();
        _privateFolder.Dispose();
    }

    private static ProcessStartInfo StartInfo(KernelSpec spec, string folder, string connectionFile, ProcessFamily family)
    {
        var info = new ProcessStartInfo
        {
            FileName = Filled(spec.Arguments[0]),
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (var argument in spec.Arguments.Skip(1)) info.ArgumentList.Add(Filled(argument));
        foreach (var (name, value) in spec.Environment) info.Environment[name] = Expanded(value);
        // Kernels that know it end with their client, even when that was killed.
        info.Environment["JPY_PARENT_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        info.Environment[ProcessFamily.Variable] = family.Mark;
        return info;

        // A kernelspec lies in PREFIX/share/jupyter/kernels/NAME.
        string Filled(string argument) => argument
            .Replace("{connection_file}", connectionFile, StringComparison.Ordinal)
            .Replace("{resource_dir}", spec.Folder, StringComparison.Ordinal)
            .Replace("{prefix}", Path.GetFullPath("../../../..", spec.Folder.Length > 0 ? spec.Folder : folder), StringComparison.Ordinal);
    }

    // As Python's string.Template, by which Jupyter does it: what is not there stays as it is written.
    private static string Expanded(string value) => Placeholder().Replace(value, match => match.Value == "$$"
        ? "$"
        : Environment.GetEnvironmentVariable(match.Groups["name"].Value) ?? match.Value);

    private static string Meaning(int signal) => signal switch
    {
        6 => "it gave up by itself",
        9 => "somebody killed it, often because the machine ran out of memory",
        11 => "it touched memory it did not have, because there was none left or because of unsafe code",
        _ => "",
    };

    [GeneratedRegex(@"\$\$|\$\{(?<name>[A-Za-z_]\w*)\}|\$(?<name>[A-Za-z_]\w*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
