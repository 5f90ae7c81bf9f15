using BillingActors.Domain.Ledger;
using BillingActors.Domain.Statements;
using BillingActors.Grains.Interfaces.Ledger;

namespace BillingActors.Storage.Ledger;

/// <summary>Balances and ages, domain → wire.</summary>
internal static class LedgerViews
{
    public static TrialBalanceRow Of(LedgerTurnover turnover, ChartOfAccounts chart)
    {
        var rule = chart.For(turnover.LedgerAccount);
        return new TrialBalanceRow(
            rule.Number, rule.Name, ChartMapping.NameOf(rule.Type), turnover.LedgerAccount,
            chart.Knows(turnover.LedgerAccount), turnover.Currency, turnover.OpeningMinor, turnover.DebitMinor,
            turnover.CreditMinor, turnover.ClosingMinor);
    }

    public static EntryLineView Of(EntryLine line, ChartOfAccounts chart)
    {
        var rule = chart.For(line.LedgerAccount);
        return new EntryLineView(
            line.BookedOn.ToDateOnly(), rule.Number, rule.Name, line.LedgerAccount, line.Currency, line.AmountMinor);
    }

    public static AgeingReport Of(string entityId, EntityAgeing ageing) => new(
        new AgeingView(
            entityId, ageing.AsOf.ToDateOnly(), NameOf(ageing.Basis),
            [
                .. ageing.Totals.Select(total => new AgeingTotalView(
                    total.Currency, total.AccountCount, Of(total.Ageing), total.ReceivablesMinor,
                    total.UnappliedCashMinor, total.IsTied)),
            ]),
        [
            .. ageing.Accounts.Select(account => new AccountAgeingRow(
                account.AccountId, account.CustomerId, account.Currency, Of(account.Ageing))),
        ]);

    public static AgedView Of(Ageing aged) => new(
        aged.NotDueMinor, aged.Days1To30Minor, aged.Days31To60Minor, aged.Days61To90Minor, aged.Days91To120Minor,
        aged.Over120Minor, aged.CreditsMinor, aged.UnappliedMinor, aged.ItemsMinor, aged.BalanceMinor);

    public static string NameOf(AgeingBasis basis) => basis == AgeingBasis.DueDate ? "due-date" : "document-date";
}
