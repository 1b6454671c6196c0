using System.Net;

namespace ActivationNotes.Course.Site.Html;

/// <summary>Text as it stands in markup.</summary>
internal static class HtmlText
{
    /// <summary>Escapes text for an element's content or a quoted attribute.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);
}
