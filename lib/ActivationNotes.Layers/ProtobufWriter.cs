using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ActivationNotes.Layers;

/// <summary>
/// Writes messages of Protocol Buffers, as far as a model of ONNX needs them: numbers, strings, messages in messages. A field
/// is its number and kind, then its value (protobuf.dev, Encoding).
/// </summary>
internal sealed class ProtobufWriter
{
    private const int Varint = 0, LengthDelimited = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>The message so far.</summary>
    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>A whole number, not negative.</summary>
    public ProtobufWriter Write(int field, long value)
    {
        Key(field, Varint);
        Number((ulong)value);
        return this;
    }

    /// <summary>A string.</summary>
    public ProtobufWriter Write(int field, string value) => Write(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A message within the message.</summary>
    public ProtobufWriter Write(int field, ProtobufWriter message) => Write(field, message.ToArray());

    /// <summary>Several messages of one field.</summary>
    public ProtobufWriter Write(int field, IEnumerable<ProtobufWriter> messages)
    {
        foreach (var message in messages) Write(field, message);
        return this;
    }

    /// <summary>Floats as raw bytes, little-endian.</summary>
    public ProtobufWriter Write(int field, float[] values)
    {
        var raw = new byte[sizeof(float) * values.Length];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(sizeof(float) * i), values[i]);
        return Write(field, raw);
    }

    private ProtobufWriter Write(int field, byte[] bytes)
    {
        Key(field, LengthDelimited);
        Number((ulong)bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    private void Key(int field, int kind) => Number((ulong)((field << 3) | kind));

    // Seven bits a byte, lowest first; the highest bit of a byte says that another follows.
    private void Number(ulong value)
    {
        for (; value > 0x7F; value >>= 7) _bytes.Write([(byte)(value | 0x80)]);
        _bytes.Write([(byte)value]);
    }
}
