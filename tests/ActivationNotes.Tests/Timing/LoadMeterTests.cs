using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Timing;

public sealed class LoadMeterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("load-").FullName;

    [Fact]
    public void What_others_took_is_all_that_was_busy_but_this_program()
    {
        Write("cpu  1000 0 500 8000 500 0 0 0 0 0", "0.50 1.00 2.00 1/100 1234");
        var meter = new LoadMeter(_root);
        // A million ticks later, of which 600,000 were busy, 100,000 of them stolen by other machines on the same hardware.
        Write("cpu  401000 0 100500 408000 500 0 0 100000 0 0", "3.25 1.00 2.00 5/100 1234");
        var load = meter.Read();
        Assert.Equal(0.6, load.OtherPrograms!.Value, 0.01);
        Assert.Equal(3.25, load.LoadAverage);
        Assert.Equal(Environment.ProcessorCount, load.Processors);
    }

    [Fact]
    public void A_system_that_does_not_say_leaves_it_open()
    {
        var load = new LoadMeter(Path.Combine(_root, "nowhere")).Read();
        Assert.Null(load.OtherPrograms);
        Assert.Null(load.LoadAverage);
    }

    [Fact]
    public void A_while_too_short_for_the_system_to_count_leaves_it_open()
    {
        Write("cpu  1000 0 500 8000 500 0 0 0 0 0", "0.50 1.00 2.00 1/100 1234");
        var meter = new LoadMeter(_root);
        Write("cpu  1002 0 500 8000 500 0 0 0 0 0", "0.50 1.00 2.00 1/100 1234");
        Assert.Null(meter.Read().OtherPrograms);
    }

    [Fact]
    public void Loads_read_as_sentences()
    {
        Assert.Equal("Meanwhile this program had 0.5 of 2 processors, and others took 75 % of the machine (load average 4.2).", new MachineLoad(2, 0.75, 4.2, 0.5).ToString());
        Assert.Equal("Meanwhile this program had 1.0 of 8 processors; the system does not say what others had.", new MachineLoad(8, null, null, 1).ToString());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string processors, string average)
    {
        Directory.CreateDirectory(Path.Combine(_root, "proc"));
        File.WriteAllText(Path.Combine(_root, "proc/stat"), processors + "\ncpu0 0 0 0 0 0 0 0 0 0 0\n");
        File.WriteAllText(Path.Combine(_root, "proc/loadavg"), average);
    }
}
