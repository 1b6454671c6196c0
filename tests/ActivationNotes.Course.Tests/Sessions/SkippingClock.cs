namespace ActivationNotes.Course.Tests.Sessions;

/// <summary>The system's clock, which a test puts forward.</summary>
public sealed class SkippingClock : TimeProvider
{
    private long _skipped;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _skipped);

    public void Skip(TimeSpan time) => Interlocked.Add(ref _skipped, time.Ticks * (TimestampFrequency / TimeSpan.TicksPerSecond));
}
