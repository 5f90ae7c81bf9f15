using BillingActors.Domain.Accounts;
using BillingActors.Domain.Statements;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Storage.Json;
using NodaTime;

namespace BillingActors.Storage.Ledger;

/// <summary>Statements of an account, domain → wire.</summary>
internal static class StatementViews
{
    public static OpenItemStatementView OpenItems(
        string accountId, AccountHistory history, LocalDate asOf, AgeingBasis basis)
    {
        var statement = OpenItemStatement.Of(history, asOf, basis);
        var account = history.Account;
        return new OpenItemStatementView(
            account.EntityId, accountId, account.CustomerId, account.Currency.Code, history.Version,
            asOf.ToDateOnly(), LedgerViews.NameOf(basis),
            [.. statement.Items.Select(item => Of(item, history.DisputedAt(item, asOf), (asOf, basis)))],
            LedgerViews.Of(statement.Ageing));
    }

    public static BalanceForwardView BalanceForward(
        string accountId, AccountHistory history, (LocalDate From, LocalDate Through) days, AgeingBasis basis)
    {
        var statement = BalanceForwardStatement.Of(history, days.From, days.Through, basis);
        var (account, balance) = (history.Account, statement.OpeningMinor);
        return new BalanceForwardView(
            account.EntityId, accountId, account.CustomerId, account.Currency.Code, history.Version,
            days.From.ToDateOnly(), days.Through.ToDateOnly(), statement.OpeningMinor,
            [
                .. statement.Movements.Select(moved => new StatementMovementView(
                    moved.On.ToDateOnly(), moved.What, moved.Reference, moved.AmountMinor,
                    balance += moved.AmountMinor, moved.Version)),
            ],
            statement.ClosingMinor, LedgerViews.NameOf(basis), LedgerViews.Of(statement.Ageing));
    }

    private static StatementItemView Of(
        OpenItem item, long disputedMinor, (LocalDate AsOf, AgeingBasis Basis) at) => new(
        item.Id, item.Number, EnumWords<ItemKind>.Of(item.Kind), item.IssuedOn.ToDateOnly(), item.DueOn.ToDateOnly(),
        item.Original.Minor, item.Original.Minor - item.Open.Minor, item.Open.Minor,
        Ageing.DaysOf(item, at.AsOf, at.Basis), disputedMinor);
}
