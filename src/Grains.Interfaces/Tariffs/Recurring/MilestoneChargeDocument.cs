namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>An amount billed when something agreed is reached.</summary>
/// <param name="Code">Code, unique among the charges of a day.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
/// <param name="Amount">The amount.</param>
/// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
/// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
/// <param name="On">Day on which it is reached.</param>
/// <param name="OnEvent">Name of the event that reports it.</param>
[GenerateSerializer, Immutable, Alias("tariff-charge-milestone")]
public sealed record MilestoneChargeDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] string TaxCategory,
    [property: Id(3)] decimal Amount,
    [property: Id(4)] DateOnly? ValidFrom = null,
    [property: Id(5)] DateOnly? ValidUntil = null,
    [property: Id(6)] DateOnly? On = null,
    [property: Id(7)] string? OnEvent = null) : ChargeDocument;
