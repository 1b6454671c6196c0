namespace ActivationNotes.Testing.Browser;

/// <summary>Who looks at a page.</summary>
/// <param name="Width">Width of the window in pixels.</param>
/// <param name="Height">Height of the window in pixels.</param>
/// <param name="Dark">Whether the system asks for dark pages.</param>
/// <param name="Scripts">Whether scripts may run.</param>
/// <param name="IgnoresPolicy">Whether the browser does not know content policies.</param>
public sealed record Reader(int Width = 1280, int Height = 800, bool Dark = false, bool Scripts = true, bool IgnoresPolicy = false)
{
    public static Reader Desktop { get; } = new();

    public static Reader Tablet { get; } = new(820, 1180);

    public static Reader Phone { get; } = new(390, 844);

    /// <summary>From the widest to the narrowest.</summary>
    public static IReadOnlyList<Reader> Screens { get; } = [Desktop, Tablet, Phone];
}
