using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Display;
using ActivationNotes.Kernel.Functions;
using ActivationNotes.Kernel.Protocol;
using ActivationNotes.Kernel.Scripting;

namespace ActivationNotes.Kernel.Execution;

/// <summary>Runs cells and publishes what they put out.</summary>
/// <param name="session">What cells share.</param>
/// <param name="outputs">Where outputs go.</param>
/// <param name="document">What the client calls the document whose cells run; null when it does not say.</param>
internal sealed class CellExecutor(ScriptSession session, CellOutputs outputs, string? document)
{
    private readonly CellThread _thread = new(session.Code);
    private Cell? _running;

    /// <summary>The number of the latest execution.</summary>
    public int Count { get; private set; }

    /// <summary>The cells run so far.</summary>
    public CellHistory History { get; } = new();

    /// <summary>The cell that runs now; null between cells.</summary>
    public Cell? Running => Volatile.Read(ref _running);

    /// <summary>Ends the running cell, if there is one.</summary>
    /// <returns>Ends when all that listens has been told. What a cell registered itself may take for ever, or throw.</returns>
    public Task Interrupt()
    {
        if (Running is not { } cell) return Task.CompletedTask;
        var told = cell.Interruption.CancelAsync();
        _thread.Interrupt();
        return told;
    }

    /// <summary>Runs a cell to its end.</summary>
    /// <returns>The content of the reply.</returns>
    public JsonObject Execute(Message request)
    {
        var code = request.Text("code");
        var stored = !request.Flag("silent", false) && request.Flag("store_history", true);
        if (stored) Count++;
        var cell = new Cell(request, Count, CellOrigin.Of(request, Count, document));
        outputs.Publish(cell, "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = Count });

        JsonObject? bundle = null;
        var error = Guard(
            cell,
            () => bundle = RunSource(cell, CellSource.Parse(code), cell.Origin, [], result => PublishResult(cell, result)),
            failure =>
            {
                foreach (var diagnostic in failure.Diagnostics) outputs.Stream(cell, "stderr", diagnostic + "\n");
                return ErrorReport.Of(failure, cell.Origin);
            });
        if (stored) History.Add(Count, code, (string?)bundle?["text/plain"]);
        JsonObject reply;
        if (error is null)
        {
            reply = new JsonObject { ["status"] = "ok", ["user_expressions"] = Expressions(cell, request), ["payload"] = new JsonArray() };
        }
        else
        {
            // By its request, since nothing more is published of a cell that was given up.
            if (!request.Flag("silent", false)) outputs.Publish(request, "error", error.ToContent());
            reply = error.ToContent();
            reply["status"] = "error";
        }

        outputs.Flush();
        reply["execution_count"] = Count;
        return reply;
    }

    private ErrorReport? Guard(Cell cell, Action run, Func<CompilationException, ErrorReport> report)
    {
        ErrorReport? error = null;
        Volatile.Write(ref _running, cell);
        var hasEnded = _thread.Run(() => error = Try(cell, run, report));
        Volatile.Write(ref _running, null);
        if (hasEnded) return error;
        // What it still puts out would come after the reader has been told of its end.
        cell.Abandon();
        return ErrorReport.GivenUp(cell.Origin);
    }

    private static ErrorReport? Try(Cell cell, Action run, Func<CompilationException, ErrorReport> report)
    {
        try
        {
            cell.Enter();
            run();
            return null;
        }
        catch (OperationCanceledException) when (cell.Interruption.IsCancellationRequested)
        {
            return ErrorReport.Interrupted(cell.Origin);
        }
        catch (CompilationException failure)
        {
            return report(failure);
        }
        catch (Exception failure)
        {
            // An exception tells itself by the reader's code, which may wait or run for ever as well.
            ErrorReport? told = null;
            try
            {
                Interruptible.Run(() => told = ErrorReport.Of(failure, cell.Origin), cell.Interruption.Token);
            }
            catch (OperationCanceledException)
            {
                return ErrorReport.Interrupted(cell.Origin);
            }

            return told;
        }
    }

    private JsonObject? RunSource(Cell cell, CellSource source, string origin, ImmutableStack<string> importing, Action<JsonObject> show)
    {
        var watch = Stopwatch.StartNew();
        foreach (var place in source.PackageSources) session.AddPackageSource(place);
        JsonObject? bundle = null;
        foreach (var segment in source.Segments)
        {
            // A cell has one result; what parts before the last come to is displayed.
            if (bundle is not null) PublishDisplay(cell, bundle);
            bundle = RunSegment(cell, segment, origin, importing);
        }

        if (bundle is not null) show(bundle);
        if (source.Timed)
            PublishDisplay(cell, MimeBundle.Raw("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:F1} ms")));
        return bundle;
    }

    private JsonObject? RunSegment(Cell cell, CellSegment segment, string origin, ImmutableStack<string> importing)
    {
        switch (segment.Directive)
        {
            case "csharp":
                return RunScript(cell, segment.Text, origin, warning => outputs.Stream(cell, "stderr", warning + "\n"));
            case "import":
                Import(cell, segment, importing);
                return null;
            case "meta":
                // What a .dib file says about itself.
                return null;
            case "html":
                PublishDisplay(cell, MimeBundle.Raw("text/html", segment.Text));
                return null;
            case "markdown":
                PublishDisplay(cell, WithText("text/markdown", segment.Text));
                return null;
            case "mermaid":
                // Drawn by clients that can; its text is readable elsewhere. Nothing is fetched from anywhere.
                PublishDisplay(cell, WithText("text/vnd.mermaid", segment.Text));
                return null;
            default:
                throw new DirectiveException(
                    $"this kernel does not know #!{segment.Directive}; it knows #!csharp, #!markdown, #!html, #!mermaid, #!time and #!import.", segment.Line);
        }
    }

    private JsonObject? RunScript(Cell cell, string code, string origin, Action<string> warn)
    {
        var result = session.Run(code, origin, warn, cell.Interruption.Token);
        if (!result.HasValue || result.Value is DisplayedValue) return null;
        // What shows a value may run the reader's code as well: a sequence that waits, a ToString of its own.
        JsonObject? bundle = null;
        Interruptible.Run(() => bundle = MimeBundle.Of(result.Value), cell.Interruption.Token);
        return bundle;
    }

    private void Import(Cell cell, CellSegment segment, ImmutableStack<string> importing)
    {
        var path = Path.GetFullPath(Path.Combine(session.Folder, segment.Argument));
        if (importing.Contains(path)) throw new DirectiveException($"'{segment.Argument}' imports itself.", segment.Line);
        foreach (var (code, origin) in ImportedFile.Read(path, segment))
        {
            try
            {
                RunSource(cell, CellSource.Parse(code), origin, importing.Push(path), bundle => PublishDisplay(cell, bundle));
            }
            catch (CompilationException failure)
            {
                // The places are the imported cell's, so its name goes with them.
                throw new CompilationException([.. failure.Diagnostics.Select(text => text.StartsWith('(') ? origin + text : text)], segment.Line);
            }
            catch (DirectiveException failure)
            {
                throw new DirectiveException($"{origin}: {failure.Message}", segment.Line);
            }
            catch (PackageException failure)
            {
                failure.Line = segment.Line;
                throw;
            }
        }
    }

    private JsonObject Expressions(Cell cell, Message request)
    {
        var answers = new JsonObject();
        foreach (var (name, expression) in request.Content["user_expressions"] as JsonObject ?? [])
        {
            JsonObject? bundle = null;
            var origin = $"user expression {name}";
            // The answer holds all that is to say about it: nothing of it belongs among the cell's outputs.
            var error = Guard(
                cell,
                () => bundle = RunScript(cell, expression?.ToString() ?? "", origin, _ => { }),
                failure => new ErrorReport("Error", string.Join('\n', failure.Diagnostics), failure.Diagnostics, origin, failure.FirstLine));
            var answer = error?.ToContent() ?? new JsonObject { ["data"] = bundle ?? [], ["metadata"] = new JsonObject() };
            answer["status"] = error is null ? "ok" : "error";
            answers[name] = answer;
        }

        return answers;
    }

    private void PublishResult(Cell cell, JsonObject bundle) => outputs.Publish(cell, "execute_result",
        new JsonObject { ["data"] = bundle.DeepClone(), ["metadata"] = new JsonObject(), ["execution_count"] = cell.Count });

    private void PublishDisplay(Cell cell, JsonObject bundle) => outputs.Publish(cell, "display_data",
        new JsonObject { ["data"] = bundle, ["metadata"] = new JsonObject(), ["transient"] = new JsonObject() });

    private static JsonObject WithText(string mimeType, string text)
    {
        var bundle = MimeBundle.Raw(mimeType, text);
        bundle["text/plain"] = text;
        return bundle;
    }
}
