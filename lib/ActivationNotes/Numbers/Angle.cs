namespace ActivationNotes.Numbers;

/// <summary>
/// Sine and cosine of degrees. An angle in degrees is brought to within 45 degrees of a multiple of 90 without any rounding, and turned into
/// radians then; the polynomials, for at most π/4, are those of Sun's fdlibm, k_sin.c and k_cos.c (1993).
/// </summary>
internal static class Angle
{
    /// <summary>Sine and cosine; NaN for an angle that is not finite.</summary>
    /// <param name="degrees">The angle.</param>
    public static (double Sine, double Cosine) SinCos(double degrees)
    {
        var turns = Math.Round(Math.IEEERemainder(degrees, 360) / 90);
        var radians = (Math.IEEERemainder(degrees, 360) - 90 * turns) * (Math.PI / 180);
        var (sine, cosine) = (Sine(radians), Cosine(radians));
        return turns switch
        {
            0 => (sine, cosine),
            1 => (cosine, 0 - sine),
            -1 => (0 - cosine, sine),
            _ => (0 - sine, 0 - cosine),
        };
    }

    private static double Sine(double x)
    {
        var z = x * x;
        var rest = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04
            + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        return x + z * x * (-1.66666666666666324348e-01 + z * rest);
    }

    private static double Cosine(double x)
    {
        var z = x * x;
        var rest = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05
            + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
        // 1 - z/2 is rounded; what it lost is added with the small terms.
        var half = 0.5 * z;
        var sum = 1 - half;
        return sum + (1 - sum - half + z * rest);
    }
}
