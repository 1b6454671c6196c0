using System.Globalization;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Execution;

/// <summary>Executes one notebook in one kernel.</summary>
/// <param name="cellLimit">The time a cell may take; null for no limit.</param>
/// <param name="clock">Measures it.</param>
public sealed class NotebookRunner(TimeSpan? cellLimit, TimeProvider clock)
{
    /// <summary>Starts a kernel, executes all cells in it and shuts it down.</summary>
    /// <param name="source">The notebook; it is not changed.</param>
    /// <param name="folder">The folder relative paths in cells start from.</param>
    /// <param name="spec">The kernel.</param>
    /// <param name="spill">Where the whole of a truncated stream goes.</param>
    /// <param name="progress">Told the number of each code cell before it runs.</param>
    /// <param name="cancellation">Kills the kernel.</param>
    public async Task<NotebookRun> RunAsync(
        Notebook source, string folder, KernelSpec spec, OutputSpill spill, Action<int> progress, CancellationToken cancellation)
    {
        var copy = source.Copy();
        try
        {
            await using var session = await KernelSession.StartAsync(spec, folder, clock, cancellation);
            var failure = await RunCellsAsync(copy, session, spill, progress, cancellation);
            if (failure?.Kind is not FailureKind.KernelDeath) await session.ShutdownAsync();
            return new NotebookRun(copy, failure);
        }
        catch (KernelDiedException death)
        {
            return new NotebookRun(copy, new CellFailure(FailureKind.KernelDeath, null, null, death.Message, []));
        }
    }

    /// <summary>Executes all cells in a kernel that runs already, which stays running.</summary>
    /// <param name="notebook">The notebook; its outputs and execution counts are replaced.</param>
    /// <param name="session">The kernel.</param>
    /// <param name="spill">Where the whole of a truncated stream goes.</param>
    /// <param name="progress">Told the number of each code cell before it runs.</param>
    /// <param name="cancellation">Stops; the kernel must be disposed of then.</param>
    /// <returns>What stopped it; null when every cell ran.</returns>
    public async Task<CellFailure?> RunCellsAsync(
        Notebook notebook, KernelSession session, OutputSpill spill, Action<int> progress, CancellationToken cancellation)
    {
        var collector = new OutputCollector(spill);
        // As nbclient: a cell that is to be skipped, or is empty, keeps what it has.
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !cell.Tags.Contains("skip-execution") && !string.IsNullOrWhiteSpace(cell.Source)))
        {
            progress(cell.Number);
            var metadata = new JsonObject { ["notebook"] = notebook.Name, ["cell"] = cell.Number, ["cellId"] = cell.Id };
            collector.Begin(cell.Number);
            CellReply? reply = null;
            string? death = null;
            try
            {
                reply = await session.ExecuteAsync(cell.Source, metadata, collector.Add, cellLimit, cancellation);
            }
            catch (KernelDiedException error)
            {
                death = error.Message;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return Unkept(cell, error);
            }

            cell.Node["execution_count"] = reply?.ExecutionCount;
            try
            {
                cell.Node["outputs"] = collector.End();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return Unkept(cell, error);
            }

            if (Judge(cell, reply, death) is { } failure) return failure;
        }

        return null;
    }

    // The whole error policy.
    private CellFailure? Judge(Cell cell, CellReply? reply, string? death)
    {
        if (reply is null) return new CellFailure(FailureKind.KernelDeath, cell, null, death!, cell.Outputs);
        if (reply.TimedOut)
        {
            var end = reply.Killed ? "it did not heed the interrupt, so its kernel was killed" : "it was interrupted";
            return new CellFailure(FailureKind.Timeout, cell, FailureLine.Of(reply.Error, cell), string.Create(CultureInfo.InvariantCulture,
                $"The cell took longer than the {cellLimit?.TotalSeconds:0.###} s it may take; {end}. Make it faster, or allow more with --timeout SECONDS."), cell.Outputs);
        }

        // Our kernel's last words, when it has the time for any: no error that a lesson may expect.
        if (reply.Status == "error" && reply.Error is { } last && new Output(last) is { ErrorName: "KernelDied" } words)
            return new CellFailure(FailureKind.KernelDeath, cell, null, words.ErrorValue, cell.Outputs);

        var expected = cell.Tags.Contains("raises-exception");
        return reply.Status switch
        {
            "ok" when expected => new CellFailure(FailureKind.MissingError, cell, null,
                "The cell is tagged raises-exception but raised none. Remove the tag, or make the cell show the error it is about.", cell.Outputs),
            "ok" => null,
            "error" when expected => null,
            "error" => new CellFailure(FailureKind.Error, cell, FailureLine.Of(reply.Error, cell), Describe(reply.Error), cell.Outputs),
            _ => new CellFailure(FailureKind.Error, cell, null, $"The kernel answered with the status \"{reply.Status}\" and did not run the cell.", cell.Outputs),
        };
    }

    private static CellFailure Unkept(Cell cell, Exception error) => new(FailureKind.Storage, cell, null,
        $"It is too long for the notebook and goes into a file of its own, which cannot be written: {FileTrouble.Describe(error)}", []);

    private static string Describe(JsonObject? error)
    {
        if (error is null) return "The kernel reported an error without saying which.";
        var output = new Output(error);
        var traceback = TerminalText.Strip(string.Join('\n', output.Traceback)).Trim();
        // .NET kernels put the type's name and the trace into the value, others into the traceback.
        if (traceback.Contains(output.ErrorValue, StringComparison.Ordinal) && traceback.Length > 0) return traceback;
        var summary = output.ErrorName is "" or "Error" ? output.ErrorValue : $"{output.ErrorName}: {output.ErrorValue}";
        return traceback.Length == 0 ? summary : $"{summary}\n{traceback}";
    }
}
