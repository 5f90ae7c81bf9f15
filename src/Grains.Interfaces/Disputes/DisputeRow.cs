namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>A dispute in a list over accounts.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="DisputeId">Dispute.</param>
/// <param name="ItemId">Open item.</param>
/// <param name="LineNumber">Line.</param>
/// <param name="Currency">Currency.</param>
/// <param name="AmountMinor">Disputed.</param>
/// <param name="CreditMinor">Credited.</param>
/// <param name="Reason">Reason.</param>
/// <param name="RootCause">Root cause.</param>
/// <param name="Owner">Owner.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="OpenedOn">Opened.</param>
/// <param name="DueOn">To be decided until.</param>
/// <param name="DecidedOn">Decided.</param>
/// <param name="EscalatedOn">Escalated.</param>
[GenerateSerializer, Immutable, Alias("dispute-row")]
public sealed record DisputeRow(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string DisputeId,
    [property: Id(3)] string ItemId,
    [property: Id(4)] int? LineNumber,
    [property: Id(5)] string Currency,
    [property: Id(6)] long AmountMinor,
    [property: Id(7)] long CreditMinor,
    [property: Id(8)] string Reason,
    [property: Id(9)] string? RootCause,
    [property: Id(10)] string Owner,
    [property: Id(11)] string Stage,
    [property: Id(12)] string? Outcome,
    [property: Id(13)] DateOnly OpenedOn,
    [property: Id(14)] DateOnly DueOn,
    [property: Id(15)] DateOnly? DecidedOn,
    [property: Id(16)] DateOnly? EscalatedOn);
