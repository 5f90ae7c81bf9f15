using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Money that came in and goes back.</summary>
public sealed partial record Account
{
    /// <summary>Receipts, refunds, and what they were set against.</summary>
    public CashPosition Cash { get => field ?? CashPosition.Empty; init; }

    /// <summary>When a payment that came back is drawn once more; null: none is, or a person does it.</summary>
    public LocalDate? RetryOn =>
        Cash.IsManual || Cash.Retries.IsEmpty ? null : Cash.Retries.Min(static retry => retry.On);

    /// <summary>Money that came in and has paid nothing yet: a liability, not a lower claim.</summary>
    public Money Unapplied => new(Cash.UnappliedMinor, Currency);
}
