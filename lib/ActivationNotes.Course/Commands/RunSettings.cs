using System.CommandLine;
using System.Globalization;
using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Commands;

/// <summary>The options of every command that runs notebooks.</summary>
public sealed class RunSettings
{
    private const double DefaultTimeout = 300;

    private readonly Option<string?> _kernel = new("--kernel", "-k")
    {
        Description = "The installed Jupyter kernel to use, by its name (.net-csharp, python3); the course's own when left out.",
        HelpName = "NAME",
    };

    private readonly Option<double> _timeout = new("--timeout", "-t")
    {
        Description = "How many seconds a cell may take before it is interrupted, and killed if that does not end it; 0 for no limit.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => DefaultTimeout,
    };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many notebooks run at a time.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<bool> _force = new("--force", "-f") { Description = "Run notebooks that have not changed, too." };

    private readonly Option<bool> _cached = new("--cached") { Description = "Do not run a notebook whose code, libraries and data are those of its executed copy." };

    private readonly Option<bool> _failFast = new("--fail-fast") { Description = "Stop at the first notebook that fails." };

    private readonly bool _runsAlways;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="runsAlways">Whether it runs notebooks that have not changed unless it is told to reuse their copies; else the other way round.</param>
    public RunSettings(Command command, bool runsAlways = false)
    {
        _runsAlways = runsAlways;
        // What the command does anyway need not be listed, but those who say it mean no harm.
        _force.Hidden = runsAlways;
        _timeout.Validators.Add(result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (text.Length > 0 && (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || seconds is not (>= 0 and <= 1_000_000)))
                result.AddError($"--timeout takes a number of seconds from 0 (no limit) to 1000000, not \"{text}\".");
        });
        _jobs.Validators.Add(result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) || jobs is < 1 or > 1024))
                result.AddError($"--jobs takes a number from 1 to 1024, not \"{text}\".");
        });
        foreach (var option in new Option[] { _kernel, _timeout, _jobs, _force, _failFast }) command.Add(option);
        if (runsAlways) command.Add(_cached);
    }

    /// <summary>What was given.</summary>
    /// <exception cref="CourseException">There is no such kernel.</exception>
    public RunOptions Read(ParseResult arguments, Workspace workspace)
    {
        var kernel = arguments.GetValue(_kernel);
        var seconds = arguments.GetValue(_timeout);
        return new RunOptions(
            kernel is null ? KernelSpec.Own(workspace.Kernel) : KernelSpec.Installed(kernel),
            seconds == 0 ? null : TimeSpan.FromSeconds(seconds),
            arguments.GetValue(_jobs),
            _runsAlways ? !arguments.GetValue(_cached) : arguments.GetValue(_force),
            arguments.GetValue(_failFast));
    }
}
