using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>An invoice before it is issued: everything but its id, dates and number.</summary>
/// <param name="Period">First to last day of all lines.</param>
/// <param name="Lines">Priced lines.</param>
/// <param name="Taxes">Tax lines.</param>
/// <param name="Revenue">Net by tariff.</param>
/// <param name="Contracts">How far it moves each contract.</param>
/// <param name="ChargeIds">One-off charges on it.</param>
/// <param name="Net">Sum of the lines.</param>
/// <param name="Tax">Sum of the taxes.</param>
public sealed record InvoicePlan(
    Period Period,
    ImmutableArray<RatedLine> Lines,
    ImmutableArray<TaxLine> Taxes,
    ImmutableArray<RevenueShare> Revenue,
    ImmutableArray<ContractBilled> Contracts,
    ImmutableArray<string> ChargeIds,
    Money Net,
    Money Tax)
{
    /// <summary>What each tax takes of each line; null: nothing.</summary>
    public ImmutableArray<LineTax>? LineTaxes { get; init; }

    /// <summary>Wording for the document, such as that of reverse charge; null: none.</summary>
    public ImmutableArray<string>? Notes { get; init; }

    /// <summary>Net plus tax.</summary>
    public Money Total => Net + Tax;
}
