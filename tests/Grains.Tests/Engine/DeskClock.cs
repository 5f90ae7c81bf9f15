namespace BillingActors.Grains.Tests.Engine;

/// <summary>The clock of the business, which stands still until a test moves it.</summary>
public sealed class DeskClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2025, 2, 2, 9, 0, 0, TimeSpan.Zero);

    private long _ticks = Start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Afternoon in UTC on a day, so that work of that day is due everywhere.</summary>
    public void MoveTo(DateOnly day) =>
        Volatile.Write(ref _ticks, new DateTimeOffset(day, new TimeOnly(13, 0), TimeSpan.Zero).UtcTicks);

    public void Reset() => Volatile.Write(ref _ticks, Start.UtcTicks);
}
