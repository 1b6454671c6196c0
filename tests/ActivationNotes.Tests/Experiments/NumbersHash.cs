using System.Buffers.Binary;
using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace ActivationNotes.Tests.Experiments;

/// <summary>A hash of every number that a result holds: two results have the same if and only if all bits of all their numbers agree.</summary>
internal static class NumbersHash
{
    /// <summary>The hash, in 16 hexadecimal digits, and how many numbers went in.</summary>
    /// <param name="result">Numbers, collections of them, and records of the course, whose public properties are looked into.</param>
    public static (string Hash, int Count) Of(object result)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        Add(result, hash, ref count);
        return (Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8)), count);
    }

    private static void Add(object? value, IncrementalHash hash, ref int count)
    {
        switch (value)
        {
            case null or Delegate:
                return;
            case double number:
                // One NaN is like another.
                AddBits(BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number), hash, ref count);
                return;
            case float number:
                AddBits(BitConverter.SingleToInt32Bits(float.IsNaN(number) ? float.NaN : number), hash, ref count);
                return;
            case int or long or bool or Enum:
                AddBits(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), hash, ref count);
                return;
            case string text:
                hash.AppendData(Encoding.UTF8.GetBytes(text));
                return;
            case Matrix<double> matrix:
                Add(matrix.ToColumnMajorArray(), hash, ref count);
                return;
            case IEnumerable sequence:
                foreach (var element in sequence) Add(element, hash, ref count);
                return;
            default:
                AddMembers(value, hash, ref count);
                return;
        }
    }

    private static void AddMembers(object value, IncrementalHash hash, ref int count)
    {
        var type = value.GetType();
        if (type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal))
        {
            foreach (var field in type.GetFields()) Add(field.GetValue(value), hash, ref count);
            return;
        }
        if (!type.FullName.StartsWith(nameof(ActivationNotes), StringComparison.Ordinal)) throw new NotSupportedException($"{type} is no number, no collection and no record of the course.");
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);
        foreach (var property in properties.OrderBy(property => property.Name, StringComparer.Ordinal)) Add(property.GetValue(value), hash, ref count);
    }

    private static void AddBits(long bits, IncrementalHash hash, ref int count)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bits);
        hash.AppendData(bytes);
        count++;
    }
}
