using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Money that came in and goes back.</summary>
public sealed partial record Account
{
    /// <summary>Receipts, refunds, and what they were set against.</summary>
    public CashPosition Cash { get => field ?? CashPosition.Empty; init; }

    /// <summary>Money that came in and has paid nothing yet: a liability, not a lower claim.</summary>
    public Money Unapplied => new(Cash.UnappliedMinor, Currency);
}
