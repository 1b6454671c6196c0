using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationNotes.Kernel.Scripting;

namespace ActivationNotes.Kernel.Execution;

/// <summary>What a reader is told when a cell fails.</summary>
/// <param name="Name">The kind of error; "Error" as in .NET Interactive, or "KeyboardInterrupt".</param>
/// <param name="Value">The message.</param>
/// <param name="Traceback">The lines of the trace.</param>
/// <param name="Origin">The notebook and cell it happened in.</param>
/// <param name="Line">The line of the cell, counted from 1; 0 when unknown.</param>
internal sealed partial record ErrorReport(string Name, string Value, IReadOnlyList<string> Traceback, string Origin, int Line)
{
    private const int DeepestCause = 20;

    private const string GivenUpText = "The cell was interrupted inside a call to a library that cannot be ended. That call goes on in the background and takes"
        + " processor time until it returns; no statement after it is run. All earlier cells are kept. To end the call, restart the kernel.";

    /// <summary>The report of an exception of a cell.</summary>
    public static ErrorReport Of(Exception error, string origin)
    {
        switch (error)
        {
            case CompilationException compilation:
                return new ErrorReport("Error", "compilation error", [], origin, compilation.FirstLine);
            case PackageException package:
                return new ErrorReport("Error", package.Message, [package.Message], origin, package.Line);
            case DirectiveException directive:
                return new ErrorReport("Error", directive.Message, [directive.Message], origin, directive.Line);
        }

        var (value, trace, line) = Describe(error, origin);
        return new ErrorReport("Error", value, trace.Split('\n'), origin, line);
    }

    /// <summary>The report of a cell somebody interrupted.</summary>
    public static ErrorReport Interrupted(string origin) =>
        new("KeyboardInterrupt", "The cell was interrupted.", [$"KeyboardInterrupt: {origin} was interrupted."], origin, 0);

    /// <summary>The report of a cell somebody interrupted and that goes on nevertheless.</summary>
    public static ErrorReport GivenUp(string origin) => new("KeyboardInterrupt", GivenUpText, [$"KeyboardInterrupt: {origin}: {GivenUpText}"], origin, 0);

    /// <summary>The content of the message that carries it.</summary>
    public JsonObject ToContent() => new()
    {
        ["ename"] = Name,
        ["evalue"] = Value,
        ["traceback"] = new JsonArray([.. Traceback.Select(line => (JsonNode)line)]),
        // Beyond the protocol, for clients that show the place: they need not read it out of the text.
        ["origin"] = Origin,
        ["line"] = Line,
    };

    // Exception.ToString(), which the exception's class may have written itself, with frames named as a reader knows them and
    // without those of the kernel. The trace has the frames also where that text leaves them out.
    private static (string Text, string Trace, int Line) Describe(Exception error, string origin)
    {
        var text = Say(error.ToString, error);
        var line = 0;
        var ours = "";
        var traces = new List<(string Theirs, string Ours)>();
        foreach (var each in WithCauses(error))
        {
            ours = Frames(each, origin, ref line);
            if (Say(() => each.StackTrace ?? "", each) is { Length: > 0 } theirs) traces.Add(("\n" + theirs, ours));
        }

        // A trace may be the beginning of another one.
        foreach (var trace in traces.OrderByDescending(trace => trace.Theirs.Length)) text = text.Replace(trace.Theirs, trace.Ours, StringComparison.Ordinal);
        text = SubmissionPrefix().Replace(text, "").TrimEnd();
        return (text, text.Contains(ours, StringComparison.Ordinal) ? text : text + ours, line);
    }

    // The causes come first: where they happened is what a reader wants to see.
    private static IEnumerable<Exception> WithCauses(Exception error, int depth = 0)
    {
        IEnumerable<Exception> causes = error is AggregateException several ? several.InnerExceptions : error.InnerException is { } inner ? [inner] : [];
        return depth < DeepestCause ? causes.SelectMany(cause => WithCauses(cause, depth + 1)).Append(error) : [error];
    }

    // An exception is the reader's code, too, and may fail when asked.
    private static string Say(Func<string> tell, Exception error)
    {
        try
        {
            return tell().ReplaceLineEndings("\n");
        }
        catch (Exception failure)
        {
            return $"{error.GetType()}: it cannot be told, because that throws {failure.GetType()}.";
        }
    }

    private static string Frames(Exception error, string origin, ref int line)
    {
        var text = new StringBuilder();
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || Belongs(method) is false) continue;
            var file = frame.GetFileName();
            var isCell = IsSubmission(method);
            text.Append("\n   at ").Append(isCell && IsEntry(method) ? file ?? origin : NameOf(method));
            if (file is null) continue;
            if (!isCell || !IsEntry(method)) text.Append(" in ").Append(file);
            text.Append(CultureInfo.InvariantCulture, $", line {frame.GetFileLineNumber()}");
            if (line == 0 && file == origin) line = frame.GetFileLineNumber();
        }

        return text.ToString();
    }

    // Types of cells are nested in a class of the compiler's.
    [GeneratedRegex(@"\bSubmission#\d+\+", RegexOptions.CultureInvariant)]
    private static partial Regex SubmissionPrefix();

    private static bool Belongs(MethodBase method)
    {
        var type = method.DeclaringType;
        if (type?.Assembly == typeof(ErrorReport).Assembly || type?.Name == CheckWeaver.TypeName) return false;
        return type?.Namespace is not ("System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Runtime")
            && method.Name != "ThrowForNonSuccess" && !(IsSubmission(method) && method.Name == "<Factory>");
    }

    private static bool IsSubmission(MethodBase method) =>
        method.DeclaringType?.Assembly.GetName().Name?.StartsWith(ScriptSession.AssemblyPrefix, StringComparison.Ordinal) == true;

    private static bool IsEntry(MethodBase method) =>
        method.Name == "<Initialize>" || (method.Name == "MoveNext" && method.DeclaringType!.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal));

    private static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType;
        // An async method's frame is that of its state machine "<Name>d__3".
        if (method.Name == "MoveNext" && type is { Name: ['<', ..], DeclaringType: { } outer } && type.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end)
            return $"{Clean(outer)}{type.Name[1..end]}()";
        var parameters = string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"));
        return $"{(type is null ? "" : Clean(type))}{method.Name}({parameters})";
    }

    private static string Clean(Type type)
    {
        var name = type.FullName ?? type.Name;
        if (!name.StartsWith("Submission#", StringComparison.Ordinal)) return name + ".";
        var plus = name.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? "" : name[(plus + 1)..] + ".";
    }
}
