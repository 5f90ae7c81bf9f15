using BillingActors.Grains.Interfaces.MasterData;
using NodaTime;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>A market of the real files: who bills there, in which currency and zone.</summary>
/// <param name="Id">Legal entity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Zone">IANA time zone.</param>
internal sealed record ReferenceMarket(string Id, string Name, string Currency, string Zone)
{
    public static ReferenceMarket Australia { get; } = new("au", "Sample Power Australia", "AUD",
        "Australia/Melbourne");

    public static ReferenceMarket UnitedStates { get; } = new("us", "Sample Power America", "USD", "America/New_York");

    public static IReadOnlyList<ReferenceMarket> All { get; } = [Australia, UnitedStates];

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    public LegalEntityRecord Entity => new(
        Id, Name, Currency, Zone, "none", "1 Sample Street, Sampleton", Id.ToUpperInvariant() + "-INV");
}
