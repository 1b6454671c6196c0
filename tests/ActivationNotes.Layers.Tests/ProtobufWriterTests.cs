namespace ActivationNotes.Layers.Tests;

/// <summary>The examples of the published encoding guide, byte by byte.</summary>
public sealed class ProtobufWriterTests
{
    [Fact]
    public void A_number_takes_seven_bits_a_byte() => Assert.Equal("089601", Hex(new ProtobufWriter().Write(1, 150)));

    [Fact]
    public void A_string_follows_its_length() => Assert.Equal("120774657374696e67", Hex(new ProtobufWriter().Write(2, "testing")));

    [Fact]
    public void A_message_within_a_message_is_bytes_with_a_length() =>
        Assert.Equal("1a03089601", Hex(new ProtobufWriter().Write(3, new ProtobufWriter().Write(1, 150))));

    [Fact]
    public void Field_numbers_beyond_15_take_two_bytes() => Assert.Equal("a00102", Hex(new ProtobufWriter().Write(20, 2)));

    [Fact]
    public void Floats_are_little_endian() => Assert.Equal("4a080000803f000000c0", Hex(new ProtobufWriter().Write(9, [1f, -2f])));

    private static string Hex(ProtobufWriter writer) => Convert.ToHexStringLower(writer.ToArray());
}
