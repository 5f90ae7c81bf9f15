namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>Opens a dispute on an item, a line of it, or a part.</summary>
/// <param name="DisputeId">Dispute.</param>
/// <param name="ItemId">Open item.</param>
/// <param name="Reason">Why, a code of the list of reasons.</param>
/// <param name="Owner">Who must decide it: a user or a queue.</param>
/// <param name="On">Day of the dispute.</param>
/// <param name="AmountMinor">How much; all that is open and not disputed yet where it is left out.</param>
/// <param name="LineNumber">Line of the invoice, from 1, where it is about one.</param>
/// <param name="DueOn">Until when it must be decided; by the days of the reason where it is left out.</param>
[GenerateSerializer, Immutable, Alias("open-dispute")]
public sealed record OpenDispute(
    [property: Id(0)] string DisputeId,
    [property: Id(1)] string ItemId,
    [property: Id(2)] string Reason,
    [property: Id(3)] string Owner,
    [property: Id(4)] DateOnly On,
    [property: Id(5)] long? AmountMinor = null,
    [property: Id(6)] int? LineNumber = null,
    [property: Id(7)] DateOnly? DueOn = null);
