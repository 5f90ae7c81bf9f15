using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Invoicing;

/// <summary>Closes a cycle for good: one immutable invoice, its open item and its postings from one event.</summary>
public static class CycleClosing
{
    /// <summary>Days or charges that are billed already yield nothing new; a plan that no longer fits is refused.</summary>
    public static Decision<AccountEvent> Decide(Account account, IssueInvoice command)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        var plan = command.Plan;
        if (plan.Net.Currency != account.Currency)
            return Refusals.CurrencyUnknown;
        if (IsBilled(account, plan))
            return Decision<AccountEvent>.Nothing;
        if (plan.Contracts.Any(billed => !Fits(account.Contract(billed.ContractId), billed)))
            return Refusals.PeriodBilled;
        if (plan.ChargeIds.Any(id => account.Charges.All(c => c.Id != id)))
            return Refusals.ChargeUnknown;

        var taxes = plan.Taxes
            .Select(tax => new TaxShare(tax.Code, tax.Percent, tax.Base.Minor, tax.Amount.Minor))
            .ToImmutableArray();
        Invariant.Holds(plan.Lines.Sum(line => line.Amount.Minor) == plan.Net.Minor, "the lines sum to the net amount");
        Invariant.Holds(taxes.Sum(tax => tax.AmountMinor) == plan.Tax.Minor, "the taxes sum to the tax amount");
        return new AccountEvent.InvoiceIssued(
            command.InvoiceId,
            command.RunId,
            plan.Period,
            command.IssuedOn,
            command.IssuedOn.PlusDays(account.TermsDays),
            plan.Net.Minor,
            plan.Tax.Minor,
            plan.Revenue,
            taxes,
            plan.Contracts,
            plan.ChargeIds);
    }

    /// <summary>The document of an issued invoice.</summary>
    public static Invoice DocumentOf(
        Account account, AccountEvent.InvoiceIssued issued, InvoicePlan plan, string series, string accountId) => new(
            issued.InvoiceId,
            account.EntityId,
            accountId,
            account.CustomerId,
            series,
            issued.RunId,
            issued.Period,
            issued.IssuedOn,
            issued.DueOn,
            account.Currency.Code,
            plan.Lines,
            plan.Taxes,
            plan.Net,
            plan.Tax,
            plan.Total);

    private static bool IsBilled(Account account, InvoicePlan plan) =>
        plan.Contracts.All(b => account.Contract(b.ContractId)?.BilledThrough is { } through && through >= b.Period.Until)
        && plan.ChargeIds.All(id => account.Charges.All(c => c.Id != id));

    private static bool Fits(Contract? contract, ContractBilled billed) =>
        contract is not null && (contract.BilledThrough ?? contract.From) == billed.Period.From;
}
