namespace ActivationNotes.Tests.Timing;

/// <summary>A clock that moves only when told to, a nanosecond a tick.</summary>
internal sealed class FakeClock : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp() => _now;

    public void Advance(long nanoseconds) => _now += nanoseconds;
}
