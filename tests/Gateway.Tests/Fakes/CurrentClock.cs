namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>The clock that <paramref name="current"/> names at the moment of each call.</summary>
internal sealed class CurrentClock(Func<TimeProvider> current) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => current().LocalTimeZone;

    public override long TimestampFrequency => current().TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => current().GetUtcNow();

    public override long GetTimestamp() => current().GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        current().CreateTimer(callback, state, dueTime, period);
}
