namespace ActivationNotes.Charts.Drawing;

/// <summary>What a colour is for.</summary>
internal enum PaintRole
{
    /// <summary>One of the series.</summary>
    Series,

    /// <summary>Words about one of the series: its colour, strong enough for small letters.</summary>
    Words,

    /// <summary>Letters.</summary>
    Text,

    /// <summary>Lines that guide the eye: reference lines, arrows.</summary>
    Guide,

    /// <summary>Grid lines.</summary>
    Grid,

    /// <summary>A shaded region.</summary>
    Shade,

    /// <summary>What lies behind letters that cross lines.</summary>
    Page,

    /// <summary>The colour scale for amounts.</summary>
    Amounts,

    /// <summary>The colour scale for values of either sign.</summary>
    Signs,
}
