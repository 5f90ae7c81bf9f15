using NodaTime;

namespace BillingActors.Storage.Sqlite;

/// <summary>Instants as microseconds since 1970, which is what SQLite keeps of them.</summary>
internal static class Microseconds
{
    /// <summary>The database's own clock in the same form, for rows whose time nobody brings.</summary>
    public const string Now = "cast(unixepoch('subsec') * 1000000 as integer)";

    public static long Of(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToInstant(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>The day in UTC.</summary>
    public static LocalDate DayOf(long microseconds) =>
        LocalDate.FromDateTime(ToInstant(microseconds).UtcDateTime);

    public static long? OrNull(DateTimeOffset? at) => at is { } instant ? Of(instant) : null;
}
