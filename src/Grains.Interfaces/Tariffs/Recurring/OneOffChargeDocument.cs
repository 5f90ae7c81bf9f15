namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>An amount billed once.</summary>
/// <param name="Code">Code, unique among the charges of a day.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
/// <param name="Amount">Price of one; negative for a credit.</param>
/// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
/// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
/// <param name="Quantity">How many; absent: one.</param>
/// <param name="On">Day it is billed.</param>
/// <param name="OnEvent">Event it is billed on; without a day and an event, at the start.</param>
[GenerateSerializer, Immutable, Alias("tariff-charge-one-off")]
public sealed record OneOffChargeDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] string TaxCategory,
    [property: Id(3)] decimal Amount,
    [property: Id(4)] DateOnly? ValidFrom = null,
    [property: Id(5)] DateOnly? ValidUntil = null,
    [property: Id(6)] decimal? Quantity = null,
    [property: Id(7)] DateOnly? On = null,
    [property: Id(8)] string? OnEvent = null) : ChargeDocument;
