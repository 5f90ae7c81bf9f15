using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Events of a charge that are counted and priced together.</summary>
/// <param name="Label">Values of the properties they share, or null for all.</param>
/// <param name="Price">Their price.</param>
/// <param name="Earlier">Those before the period; a level starts from them.</param>
/// <param name="Inside">Those of the period, in order of time.</param>
internal sealed record EventGroup(
    string? Label, PriceModel Price, List<UsageEvent> Earlier, List<UsageEvent> Inside);
