using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Credits;

/// <summary>Takes an invoice back whole, so that its days are billed again.</summary>
/// <param name="CreditId">Id of the correction.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Contracts">The contracts on it, as they were billed before it.</param>
/// <param name="Charges">One-off charges on it, as they waited before it.</param>
/// <param name="LaterInvoice">Number of an invoice that bills later days of these contracts; null: none known.</param>
/// <param name="Code">Reason code of the house's list.</param>
/// <param name="On">Document date.</param>
public sealed record CancelInvoice(
    string CreditId,
    CreditableInvoice Invoice,
    ImmutableArray<ContractRewound> Contracts,
    ImmutableArray<PendingCharge> Charges,
    string? LaterInvoice,
    string Code,
    LocalDate On);
