using NodaTime;

namespace BillingActors.Domain.Credits;

/// <summary>What a credit memo bears beside its amounts.</summary>
internal sealed record CreditNote(string CreditId, string Code, LocalDate On)
{
    /// <summary>The dispute it follows from, or null.</summary>
    public string? DisputeId { get; init; }

    /// <summary>Set where the invoice is cancelled with it.</summary>
    public InvoiceCancellation? Cancellation { get; init; }
}
