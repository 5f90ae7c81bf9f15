namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>Lowers what is owed of an item without correcting the bill; needs a reason.</summary>
/// <param name="AdjustmentId">Id of the adjustment.</param>
/// <param name="ItemId">Open item.</param>
/// <param name="AmountMinor">How much less is owed, in minor units; more than nothing.</param>
/// <param name="Kind">goodwill, the only kind.</param>
/// <param name="Code">Reason code of the house's list, such as "courtesy".</param>
[GenerateSerializer, Immutable, Alias("adjust-open-item")]
public sealed record AdjustOpenItem(
    [property: Id(0)] string AdjustmentId,
    [property: Id(1)] string ItemId,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] string Kind,
    [property: Id(4)] string Code);
