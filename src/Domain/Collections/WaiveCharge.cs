using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Waives a fee or interest; without an amount all that is open of it.</summary>
public sealed record WaiveCharge(string WaiverId, string ItemId, long? AmountMinor, LocalDate On);
