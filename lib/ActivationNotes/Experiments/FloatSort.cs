using System.Runtime.InteropServices;

namespace ActivationNotes.Experiments;

/// <summary>
/// Sorts floats digit by digit, the lowest first (H. Hollerith's way with cards; D. Knuth, The Art of Computer Programming 3, section 5.2.5, algorithm R).
/// Comparing thousands of outputs with each other took most of the time of looking into a small network.
/// </summary>
internal static class FloatSort
{
    private const int DigitBits = 11;
    private const int Digits = 3;
    private const int Base = 1 << DigitBits;

    /// <summary>From the smallest to the largest; a NaN comes after infinity, or before minus infinity if its sign bit is set.</summary>
    /// <param name="values">Sorted in place.</param>
    public static void Sort(Span<float> values)
    {
        var keys = MemoryMarshal.Cast<float, uint>(values);
        var other = new uint[keys.Length].AsSpan();
        Span<int> places = stackalloc int[Digits * Base];
        places.Clear();
        for (var i = 0; i < keys.Length; i++)
        {
            // Positive floats are in the order of their bits, negative ones in the opposite order and below.
            var key = (keys[i] & 0x8000_0000) == 0 ? keys[i] | 0x8000_0000 : ~keys[i];
            keys[i] = key;
            for (var digit = 0; digit < Digits; digit++) places[digit * Base + Digit(key, digit)]++;
        }
        for (var digit = 0; digit < Digits; digit++)
        {
            var place = places.Slice(digit * Base, Base);
            var before = 0;
            for (var i = 0; i < Base; i++) (place[i], before) = (before, before + place[i]);
            foreach (var key in keys) other[place[Digit(key, digit)]++] = key;
            var swap = keys;
            keys = other;
            other = swap;
        }
        // An odd number of rounds ends in the other array.
        var sorted = MemoryMarshal.Cast<float, uint>(values);
        for (var i = 0; i < sorted.Length; i++) sorted[i] = (keys[i] & 0x8000_0000) != 0 ? keys[i] & 0x7FFF_FFFF : ~keys[i];
    }

    private static int Digit(uint key, int digit) => (int)(key >> (digit * DigitBits)) & (Base - 1);
}
