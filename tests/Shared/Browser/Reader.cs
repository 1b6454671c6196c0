namespace ActivationNotes.Testing.Browser;

/// <summary>Who looks at a page.</summary>
/// <param name="Width">Width of the window in pixels.</param>
/// <param name="Height">Height of the window in pixels.</param>
/// <param name="Dark">Whether the system asks for dark pages.</param>
/// <param name="Scripts">Whether scripts may run.</param>
/// <param name="IgnoresPolicy">Whether the browser does not know content policies.</param>
public sealed record Reader(int Width = 1280, int Height = 800, bool Dark = false, bool Scripts = true, bool IgnoresPolicy = false)
{
    /// <summary>A desktop, a tablet, a phone.</summary>
    public static IReadOnlyList<Reader> Screens { get; } = [new(), new(820, 1180), new(390, 844)];
}
