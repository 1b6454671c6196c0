using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Functions;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace ActivationNotes.Kernel.Display;

/// <summary>A value in all the forms a client may choose from.</summary>
internal static class MimeBundle
{
    private const string Html = "text/html";
    private const string PlainText = "text/plain";

    /// <summary>The forms of a value, by the rules of .NET Interactive's formatting library.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms wanted; those the value's type prefers when there are none.</param>
    public static JsonObject Of(object? value, params IReadOnlyCollection<string> mimeTypes)
    {
        Nesting.Check(value);
        var bundle = new JsonObject();
        var type = value?.GetType() ?? typeof(object);
        if (mimeTypes.Count == 0) mimeTypes = RendersItself(type) ? [Html] : Formatter.GetPreferredMimeTypesFor(type);
        foreach (var mimeType in mimeTypes)
        {
            if (mimeType != Html || !RendersItself(type)) Add(bundle, mimeType, Format(value, mimeType));
            else if (ToHtml(value!, type) is { } html) Add(bundle, mimeType, html);
            else Add(bundle, PlainText, $"{Format(value, PlainText)}\n(Its method ToHtml gave no markup but null, so this is its plain form.)");
        }

        // Terminals show plain text only. A lazy sequence is not run a second time for it, and markup has no plain form.
        if (bundle.Count == 1 && bundle.ContainsKey(Html) && value is not IHtmlContent && !(value is IEnumerable and not ICollection))
            Add(bundle, PlainText, Format(value, PlainText));
        return bundle;
    }

    /// <summary>A text that already is of a mime type.</summary>
    public static JsonObject Raw(string mimeType, string text)
    {
        var bundle = new JsonObject();
        Add(bundle, mimeType, text);
        return bundle;
    }

    private static string Format(object? value, string mimeType)
    {
        using var writer = new DepthGuard();
        var before = ShowingDepth.Begin();
        try
        {
            using var context = new FormatContext(writer);
            value.FormatTo(context, mimeType);
            return writer.ToString();
        }
        catch (Exception error) when (error.GetBaseException() is InsufficientExecutionStackException)
        {
            // The base only: the library wraps the exception on each of the many levels.
            throw new InvalidOperationException(Nesting.Reason, error.GetBaseException());
        }
        finally
        {
            ShowingDepth.End(before);
        }
    }

    private static void Add(JsonObject bundle, string mimeType, string text)
    {
        if (mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal))
        {
            try
            {
                bundle[mimeType] = JsonNode.Parse(text);
                return;
            }
            catch (JsonException)
            {
                // A formatter that writes something else under this name: the client gets it as it is.
            }
        }

        bundle[mimeType] = text;
    }

    // The convention of Verso: an object with a public parameterless "string ToHtml()" knows how it looks. A type that names
    // its formatters (by the other convention), or one that somebody registered a formatter for, keeps to those.
    private static bool RendersItself(Type type) =>
        type.GetMethod("ToHtml", Type.EmptyTypes) is { IsStatic: false } method && method.ReturnType == typeof(string)
        && !Attribute.GetCustomAttributes(type).Any(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute")
        && !Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => formatter.Type.IsAssignableFrom(type));

    private static string? ToHtml(object value, Type type) =>
        type.GetMethod("ToHtml", Type.EmptyTypes)!.CreateDelegate<Func<string?>>(value)();
}
