namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>A tariff, or a draft of one, in a list.</summary>
/// <param name="Id">Tariff.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="VersionCount">How many versions by date it has.</param>
/// <param name="ValidFrom">First day of the newest version; absent where a draft has none.</param>
/// <param name="Revision">How often it was stored; the ETag.</param>
/// <param name="ChangedAt">When it was stored last.</param>
/// <param name="ActorId">Who stored it.</param>
/// <param name="Reason">Why.</param>
public sealed record TariffRow(
    string Id,
    string Name,
    string Currency,
    int VersionCount,
    DateOnly? ValidFrom,
    long Revision,
    DateTimeOffset ChangedAt,
    string ActorId,
    string? Reason);
