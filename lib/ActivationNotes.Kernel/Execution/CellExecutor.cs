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
internal sealed class CellExecutor(ScriptSession session, CellOutputs outputs)
{
    private Cell? _running;

    /// <summary>The number of the latest execution.</summary>
    public int Count { get; private set; }

    /// <summary>The cells run so far.</summary>
    public CellHistory History { get; } = new();

    /// <summary>The cell that runs now; null between cells.</summary>
    public Cell? Running => Volatile.Read(ref _running);

    /// <summary>Ends the running cell, if there is one and it can be ended.</summary>
    public void Interrupt() => Running?.Interruption.Cancel();

    /// <summary>Runs a cell to its end.</summary>
    /// <returns>The content of the reply.</returns>
    public JsonObject Execute(Message request)
    {
        var code = request.Text("code");
        var stored = !request.Flag("silent", false) && request.Flag("store_history", true);
        if (stored) Count++;
        var cell = new Cell(request, Count, Origin(request, Count));
        outputs.Publish(cell, "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = Count });

        JsonObject? bundle = null;
        var error = Guard(cell, () => bundle = RunSource(cell, code));
        if (stored) History.Add(Count, code, (string?)bundle?["text/plain"]);
        JsonObject reply;
        if (error is null)
        {
            reply = new JsonObject { ["status"] = "ok", ["user_expressions"] = Expressions(cell, request), ["payload"] = new JsonArray() };
        }
        else
        {
            outputs.Publish(cell, "error", error.ToContent());
            reply = error.ToContent();
            reply["status"] = "error";
        }

        outputs.Flush();
        reply["execution_count"] = Count;
        return reply;
    }

    private ErrorReport? Guard(Cell cell, Action run)
    {
        Volatile.Write(ref _running, cell);
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
            foreach (var diagnostic in failure.Diagnostics) outputs.Stream(cell, "stderr", diagnostic + "\n");
            return ErrorReport.Of(failure, cell.Origin);
        }
        catch (Exception failure)
        {
            return ErrorReport.Of(failure, cell.Origin);
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
    }

    private JsonObject? RunSource(Cell cell, string code)
    {
        var watch = Stopwatch.StartNew();
        var source = CellSource.Parse(code);
        foreach (var place in source.PackageSources) session.AddPackageSource(place);
        JsonObject? bundle = null;
        foreach (var segment in source.Segments)
        {
            // A cell has one result; what parts before the last come to is displayed.
            if (bundle is not null) PublishDisplay(cell, bundle);
            bundle = RunSegment(cell, segment, cell.Origin, []);
        }

        if (bundle is not null)
        {
            outputs.Publish(cell, "execute_result", new JsonObject
            {
                ["data"] = bundle.DeepClone(),
                ["metadata"] = new JsonObject(),
                ["execution_count"] = cell.Count,
            });
        }

        if (source.Timed)
            PublishDisplay(cell, MimeBundle.Raw("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:F1} ms")));
        return bundle;
    }

    private JsonObject? RunSegment(Cell cell, CellSegment segment, string origin, ImmutableStack<string> importing)
    {
        switch (segment.Directive)
        {
            case "csharp":
                return RunScript(cell, segment.Text, origin);
            case "import":
                Import(cell, segment, importing);
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

    private JsonObject? RunScript(Cell cell, string code, string origin)
    {
        var result = session.Run(code, origin, warning => outputs.Stream(cell, "stderr", warning + "\n"), cell.Interruption.Token);
        return result.HasValue && result.Value is not DisplayedValue ? MimeBundle.Of(result.Value) : null;
    }

    private void Import(Cell cell, CellSegment segment, ImmutableStack<string> importing)
    {
        var path = Path.GetFullPath(Path.Combine(session.Folder, segment.Argument));
        if (importing.Contains(path)) throw new DirectiveException($"'{segment.Argument}' imports itself.", segment.Line);
        foreach (var (code, origin) in ImportedFile.Read(path, segment))
        {
            foreach (var part in CellSource.Parse(code).Segments)
            {
                try
                {
                    if (RunSegment(cell, part, origin, importing.Push(path)) is { } bundle) PublishDisplay(cell, bundle);
                }
                catch (CompilationException failure)
                {
                    // The places are the imported cell's, so its name goes with them.
                    throw new CompilationException([.. failure.Diagnostics.Select(text => text.StartsWith('(') ? origin + text : text)], segment.Line);
                }
            }
        }
    }

    private JsonObject Expressions(Cell cell, Message request)
    {
        var answers = new JsonObject();
        foreach (var (name, expression) in request.Content["user_expressions"] as JsonObject ?? [])
        {
            JsonObject? bundle = null;
            var error = Guard(cell, () => bundle = RunScript(cell, expression?.ToString() ?? "", $"user expression {name}"));
            var answer = error?.ToContent() ?? new JsonObject { ["data"] = bundle ?? [], ["metadata"] = new JsonObject() };
            answer["status"] = error is null ? "ok" : "error";
            answers[name] = answer;
        }

        return answers;
    }

    private void PublishDisplay(Cell cell, JsonObject bundle) => outputs.Publish(cell, "display_data",
        new JsonObject { ["data"] = bundle, ["metadata"] = new JsonObject(), ["transient"] = new JsonObject() });

    private static JsonObject WithText(string mimeType, string text)
    {
        var bundle = MimeBundle.Raw(mimeType, text);
        bundle["text/plain"] = text;
        return bundle;
    }

    private static string Origin(Message request, int count)
    {
        var notebook = request.Metadata["notebook"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : null;
        var cell = request.Metadata["cell"] is JsonValue number && number.TryGetValue<int>(out var place) ? place : 0;
        return (notebook, cell) switch
        {
            (null, 0) => string.Create(CultureInfo.InvariantCulture, $"In [{count}]"),
            (null, _) => string.Create(CultureInfo.InvariantCulture, $"cell {cell}"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{notebook}, In [{count}]"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{notebook}, cell {cell}"),
        };
    }
}
