using System.Collections.Immutable;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax.Places;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>A company that issues invoices: what the domain needs of it.</summary>
/// <param name="Id">Legal entity.</param>
/// <param name="Currency">Currency of its books.</param>
/// <param name="Zone">Time zone of its days.</param>
/// <param name="InvoiceSeries">Series of its invoice numbers.</param>
/// <param name="NeedsSecondPerson">Whether a run must be approved by somebody else than its planner.</param>
/// <param name="Approvals">Who may move how much alone.</param>
public sealed record LegalEntity(
    string Id,
    Currency Currency,
    DateTimeZone Zone,
    string InvoiceSeries,
    bool NeedsSecondPerson,
    ApprovalPolicy Approvals)
{
    /// <summary>Series of its credit-memo numbers.</summary>
    public string CreditMemoSeries { get; init; } = "CM";

    /// <summary>Where it is established for tax.</summary>
    public ImmutableArray<TaxPlacement> TaxPlaces { get; init; } = [];

    /// <summary>Its rules of deposits.</summary>
    public DepositPolicy Deposits { get; init; } = DepositPolicy.Default;
}
