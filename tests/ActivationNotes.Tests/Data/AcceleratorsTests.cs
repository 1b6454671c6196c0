using ActivationNotes.Data;

namespace ActivationNotes.Tests.Data;

public sealed class AcceleratorsTests : IDisposable
{
    private const string Header = "chip,streaming_multiprocessors,clock_ghz,fp32_tflops,special_function_ops_per_clock_per_sm,memory_bandwidth_gb_s,source\n";
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_special_function_rate_of_the_newest_chip_is_the_published_one()
    {
        var newest = Accelerators.All[^1];
        Assert.Contains("H100", newest.Chip, StringComparison.Ordinal);
        var published = PublishedNumbers.Named("flash-attention-3-special").Value * 1e12;
        Assert.Equal(published, newest.SpecialFunctionRate, 0.01 * published);
    }

    [Fact]
    public void Peak_arithmetic_is_what_multiprocessors_and_clock_give()
    {
        // 64 lanes of FP32 per multiprocessor until the A100, 128 in the H100; a fused multiply-add is two operations.
        Assert.All(Accelerators.All, chip =>
        {
            var lanes = chip.Chip.Contains("H100", StringComparison.Ordinal) ? 128 : 64;
            Assert.Equal(2 * lanes * chip.Multiprocessors * chip.ClockGigahertz * 1e9, chip.ArithmeticRate, 0.09 * chip.ArithmeticRate);
        });
    }

    [Theory]
    [InlineData("chip,clock\n", "line 1: the header is not")]
    [InlineData(Header + "A,1,2,3,4,5,S\nB,1,2,fast,4,5,S\n", "line 3: the fp32_tflops is 'fast', expected a number")]
    [InlineData(Header + "A,0,2,3,4,5,S\n", "line 2: the streaming_multiprocessors is '0', expected a number above 0")]
    [InlineData(Header + "A,1,2,3,4,,S\n", "line 2: 'memory_bandwidth_gb_s' is empty")]
    [InlineData(Header + "A,1,2,3,4,5,S\nA,1,2,3,4,5,S\n", "line 3: the chip 'A' was used before")]
    [InlineData(Header, "holds no accelerators")]
    public void A_bad_file_is_named_with_line_and_column(string text, string expected)
    {
        File.WriteAllText(_file, text);
        var message = Assert.Throws<InvalidDataException>(() => Accelerators.Load(_file)).Message;
        Assert.StartsWith(Path.GetFileName(_file), message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }
}
