using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>Opens a dispute; without a due day the reason's days count, without an amount all that is open.</summary>
public sealed record OpenDispute(
    string DisputeId, string ItemId, long? AmountMinor, string Reason, string Owner, LocalDate On, LocalDate? DueOn)
{
    /// <summary>The line it is about, if it is about one, with what that line comes to with its taxes.</summary>
    public DisputedLine? Line { get; init; }
}
