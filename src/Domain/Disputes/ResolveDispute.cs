using BillingActors.Domain.Credits;
using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>Decides a dispute: a credit of nothing rejects it, one of all that is disputed upholds it.</summary>
/// <param name="DisputeId">The dispute.</param>
/// <param name="CreditMinor">What is given back.</param>
/// <param name="RootCause">Where the fault was, a code of the list.</param>
/// <param name="On">Day of the decision.</param>
public sealed record ResolveDispute(string DisputeId, long CreditMinor, string RootCause, LocalDate On)
{
    /// <summary>Days without dunning of what is not credited.</summary>
    public int GraceDays { get; init; }

    /// <summary>The day the credit is booked on; null: that of the decision.</summary>
    public LocalDate? CreditOn { get; init; }

    /// <summary>The invoice that is disputed; null: the item is none of this account's invoices.</summary>
    public CreditableInvoice? Invoice { get; init; }
}
