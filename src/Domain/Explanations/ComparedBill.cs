using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Explanations;

/// <summary>A bill as far as an explanation looks at it, issued or only calculated.</summary>
/// <param name="Period">The days billed.</param>
/// <param name="Currency">Currency of all amounts.</param>
/// <param name="Lines">Priced lines.</param>
/// <param name="Taxes">Tax lines.</param>
public sealed record ComparedBill(
    Period Period, Currency Currency, ImmutableArray<RatedLine> Lines, ImmutableArray<TaxLine> Taxes)
{
    /// <summary>Lines and taxes together.</summary>
    public Money Total => Money.Sum(
        Currency, Lines.Select(static line => line.Amount).Concat(Taxes.Select(static tax => tax.Amount)));

    /// <summary>A bill that is calculated and not issued.</summary>
    public static ComparedBill Of(InvoicePlan plan) => new(plan.Period, plan.Net.Currency, plan.Lines, plan.Taxes);
}
