using System.Collections.Frozen;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>A unit that calls, data and messages are priced or granted in.</summary>
/// <param name="Name">Name, such as "minute".</param>
/// <param name="Measure">The unit that records are counted in: "second", "byte" or "count".</param>
/// <param name="Size">How many of those it is.</param>
public sealed record CallUnit(string Name, string Measure, decimal Size)
{
    /// <summary>Measure of calls.</summary>
    public const string Second = "second";

    /// <summary>Measure of data.</summary>
    public const string Byte = "byte";

    /// <summary>Measure of messages and of whatever is counted.</summary>
    public const string Count = "count";

    private static readonly FrozenDictionary<string, CallUnit> ByName = new CallUnit[]
    {
        new(Second, Second, 1m),
        new("minute", Second, 60m),
        new("hour", Second, 3600m),
        new(Byte, Byte, 1m),
        new("kB", Byte, 1000m),
        new("MB", Byte, 1_000_000m),
        new("GB", Byte, 1_000_000_000m),
        new("KiB", Byte, 1024m),
        new("MiB", Byte, 1_048_576m),
        new("GiB", Byte, 1_073_741_824m),
        new(Count, Count, 1m),
    }.ToFrozenDictionary(static unit => unit.Name, StringComparer.Ordinal);

    /// <summary>The names of all units, for messages.</summary>
    public static string Names => string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal));

    /// <summary>The unit with the name, or null.</summary>
    public static CallUnit? Find(string name) => ByName.GetValueOrDefault(name);
}
