namespace ActivationNotes.Charts.Descriptions;

/// <summary>Sentences in a row.</summary>
internal static class Sentences
{
    /// <summary>The sentences that are not empty, with a space between.</summary>
    public static string Join(IEnumerable<string> sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
}
