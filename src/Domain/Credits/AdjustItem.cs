using NodaTime;

namespace BillingActors.Domain.Credits;

/// <summary>Lowers what is owed of an item without correcting the bill.</summary>
/// <param name="AdjustmentId">Id of the adjustment.</param>
/// <param name="ItemId">Open item.</param>
/// <param name="AmountMinor">How much less is owed, in minor units; more than nothing.</param>
/// <param name="Kind">Why.</param>
/// <param name="Code">Reason code of the house's list.</param>
/// <param name="On">The day it counts from.</param>
public sealed record AdjustItem(
    string AdjustmentId, string ItemId, long AmountMinor, AdjustmentKind Kind, string Code, LocalDate On);
