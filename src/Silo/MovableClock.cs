namespace BillingActors.Silo;

/// <summary>
/// A clock that runs at normal speed but can be set: a whole customer life runs in a minute. Timers run on real time.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private long _offsetTicks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Sets the clock; from there it goes on by itself.</summary>
    public void Set(DateTimeOffset now) =>
        Interlocked.Exchange(ref _offsetTicks, (now - base.GetUtcNow()).Ticks);
}
