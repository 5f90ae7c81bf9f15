using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Invoicing;

/// <summary>Closes a cycle for good: one immutable invoice, its open item and its postings from one event.</summary>
public static class CycleClosing
{
    /// <summary>
    /// Days or charges that are billed already yield nothing new; a plan that no longer fits is refused.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, IssueInvoice command)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        var plan = command.Plan;
        if (plan.Net.Currency != account.Currency)
            return Refusals.CurrencyMismatch;
        if (IsBilled(account, plan))
            return Decision<AccountEvent>.Nothing;
        if (Misfit(account, plan) is { } misfit)
            return misfit;
        CheckSums(plan);
        return Issued(account, command);
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
            plan.Total)
        {
            IsFinal = issued.IsFinal,
            LineTaxes = plan.LineTaxes,
            Notes = plan.Notes,
        };

    /// <summary>A tax line as events keep it.</summary>
    internal static TaxShare ShareOf(TaxLine tax) => new(tax.Code, tax.Percent, tax.Base.Minor, tax.Amount.Minor)
    {
        Jurisdiction = tax.Jurisdiction,
        Reason = TaxReasonWords.Of(tax.Reason),
    };

    private static AccountEvent.InvoiceIssued Issued(Account account, IssueInvoice command)
    {
        var plan = command.Plan;
        return new AccountEvent.InvoiceIssued(
            command.InvoiceId,
            command.RunId,
            plan.Period,
            command.IssuedOn,
            command.IssuedOn.PlusDays(account.TermsDays),
            plan.Net.Minor,
            plan.Tax.Minor,
            plan.Revenue,
            [.. plan.Taxes.Select(ShareOf)],
            plan.Contracts,
            plan.ChargeIds)
        {
            IsFinal = command.IsFinal,
            BudgetId = account.RunningBudget is { } budget && budget.Takes(plan.Period.From) ? budget.Id : null,
            ParentId = account.ParentId,
        };
    }

    private static bool IsBilled(Account account, InvoicePlan plan) =>
        plan.Contracts.All(billed => account.Contract(billed.ContractId)?.BilledThrough >= billed.Period.Until)
        && plan.ChargeIds.All(id => account.Charges.All(c => c.Id != id));

    // A plan was made from an account as it stood; what changed since must not be billed as it was.
    private static Refusal? Misfit(Account account, InvoicePlan plan)
    {
        foreach (var billed in plan.Contracts)
        {
            if (account.Contract(billed.ContractId) is not { } contract)
                return Refusals.ContractUnknown;
            if ((contract.BilledThrough ?? contract.From) != billed.Period.From)
                return Refusals.PeriodBilled;
            if (contract.Until is { } until && until < billed.Period.Until)
                return Refusals.DateNotAllowed;
        }
        return plan.ChargeIds.All(id => Waits(account, plan, id)) ? null : Refusals.ChargeUnknown;
    }

    private static bool Waits(Account account, InvoicePlan plan, string chargeId) =>
        account.Charges.FirstOrDefault(charge => charge.Id == chargeId) is { } waiting
        && plan.Lines.Any(line => line.ContractId.Length == 0
            && line.Code == chargeId
            && line.Text == waiting.Text
            && line.Amount == waiting.Amount
            && line.TaxCategory == waiting.TaxCategory);

    private static void CheckSums(InvoicePlan plan)
    {
        var (net, tax) = (plan.Net.Minor, plan.Tax.Minor);
        Invariant.Holds(plan.Lines.Sum(line => line.Amount.Minor) == net, "the lines sum to the net amount");
        Invariant.Holds(plan.Revenue.Sum(share => share.NetMinor) == net, "revenue by tariff sums to the net amount");
        Invariant.Holds(plan.Taxes.Sum(line => line.Amount.Minor) == tax, "the taxes sum to the tax amount");
        Invariant.Holds(
            plan.LineTaxes is not { } parts || parts.Sum(part => part.AmountMinor) == tax,
            "the taxes of the lines sum to the tax amount");
    }
}
