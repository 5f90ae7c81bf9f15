using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Storage.Accounts;
using NodaTime;
using Basis = BillingActors.Domain.Statements.AgeingBasis;

namespace BillingActors.Storage.Ledger;

/// <summary>Turns what the books say into wire records.</summary>
internal sealed class LedgerReports(ILedgerBooks books) : ILedgerReports
{
    public async Task<TrialBalanceView> TrialBalance(
        BooksQuery query, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var chart = ChartMapping.ToDomain(query.Chart);
        var turnovers = await books.Turnovers(
            query.EntityId, LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(until), cancellation);
        return new TrialBalanceView(query.EntityId, from, until,
        [
            .. turnovers.Select(turnover => LedgerViews.Of(turnover, chart))
                .OrderBy(row => row.Number, StringComparer.Ordinal)
                .ThenBy(row => row.LedgerAccount, StringComparer.Ordinal)
                .ThenBy(row => row.Currency, StringComparer.Ordinal),
        ]);
    }

    public async Task<AgeingReport> Ageing(
        BooksQuery query, DateOnly asOf, bool isByDocument, CancellationToken cancellation)
    {
        var ageing = await books.Ageing(
            Of(query), LocalDate.FromDateOnly(asOf), BasisOf(isByDocument), cancellation);
        return LedgerViews.Of(query.EntityId, ageing);
    }

    public Task WriteJournal(
        BooksQuery query, JournalRange range, TextWriter output, CancellationToken cancellation) =>
        books.WriteJournal(
            new JournalOrder(
                Of(query),
                LocalDate.FromDateOnly(range.From),
                LocalDate.FromDateOnly(range.Until),
                ChartMapping.ToDomain(query.Chart),
                range.Format,
                range.IsByDay),
            output,
            cancellation);

    public async Task<OpenItemStatementView?> OpenItems(
        StatementQuery account, DateOnly asOf, CancellationToken cancellation) =>
        await books.History(account.AccountKey, ZoneOf(account.Zone), account.Version, cancellation) is { } history
            ? StatementViews.OpenItems(
                AccountKey.IdOf(account.AccountKey), history, LocalDate.FromDateOnly(asOf),
                BasisOf(account.IsByDocument))
            : null;

    public async Task<BalanceForwardView?> BalanceForward(
        StatementQuery account, DateOnly from, DateOnly through, CancellationToken cancellation) =>
        await books.History(account.AccountKey, ZoneOf(account.Zone), account.Version, cancellation) is { } history
            ? StatementViews.BalanceForward(
                AccountKey.IdOf(account.AccountKey), history,
                (LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(through)), BasisOf(account.IsByDocument))
            : null;

    public async Task<ImmutableArray<EntryLineView>> Entry(
        BooksQuery query, string accountKey, long version, CancellationToken cancellation)
    {
        var chart = ChartMapping.ToDomain(query.Chart);
        return
        [
            .. (await books.Entry(accountKey, version, cancellation)).Select(line => LedgerViews.Of(line, chart)),
        ];
    }

    private static BooksOf Of(BooksQuery query) => new(query.EntityId, ZoneOf(query.Zone));

    private static DateTimeZone ZoneOf(string zone) => DateTimeZoneProviders.Tzdb[zone];

    private static Basis BasisOf(bool isByDocument) => isByDocument ? Basis.DocumentDate : Basis.DueDate;
}
