using ActivationNotes.Course.Claims;

namespace ActivationNotes.Course.Site.Html;

/// <summary>The mark and the word of each kind of claim. The mark is a picture without words of its own: what it means stands beside it.</summary>
internal static class ClaimMarks
{
    /// <summary>The kinds in the order in which pages name them, with what each means.</summary>
    public static IReadOnlyList<(ClaimKind Kind, string Meaning)> Meanings { get; } =
    [
        (ClaimKind.Theorem, "mathematics says so; it can fail only if the code is wrong"),
        (ClaimKind.Measured, "an experiment of the course measured it; other seeds could say otherwise"),
        (ClaimKind.Published, "somebody else measured and published it; the course quotes the number"),
        (ClaimKind.Timing, "a comparison of times; it depends on the machine and on what else it does"),
    ];

    /// <summary>The mark and the word.</summary>
    public static string Write(ClaimKind kind) => $"<span class=\"kind kind-{Name(kind)}\">{Picture(kind)}<span class=\"word\">{Name(kind)}</span></span>";

    /// <summary>The word.</summary>
    public static string Name(ClaimKind kind) => kind.ToString().ToLowerInvariant();

    private static string Picture(ClaimKind kind) => $"<svg viewBox=\"0 0 16 16\" width=\"14\" height=\"14\" aria-hidden=\"true\">{Shape(kind)}</svg>";

    private static string Shape(ClaimKind kind) => kind switch
    {
        // The square that ends a proof, the bars of a chart, the quotation marks, the clock.
        ClaimKind.Theorem => "<path d=\"M3 3h10v10H3z\"/>",
        ClaimKind.Published => "<path d=\"M2 4h5v5l-3 4H2l1.5-4H2zM9 4h5v5l-3 4H9l1.5-4H9z\"/>",
        ClaimKind.Timing => "<path fill-rule=\"evenodd\" d=\"M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 2a5 5 0 1 1 0 10A5 5 0 0 1 8 3zM7 4h2v4.5h3v1.5H7z\"/>",
        _ => "<path d=\"M1 8h3.5v6H1zM6.25 2h3.5v12h-3.5zM11.5 5H15v9h-3.5z\"/>",
    };
}
