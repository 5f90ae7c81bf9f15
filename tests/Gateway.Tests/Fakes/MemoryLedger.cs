using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Storage.Ledger;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Books of one account that was billed once; it has two versions.</summary>
internal sealed class MemoryLedger : ILedgerReports
{
    private static readonly AgedView Aged = new(0, 110, 0, 0, 0, 0, 0, 10, 110, 100);

    private static readonly DateOnly Day = new(2026, 1, 31);

    public Task<TrialBalanceView> TrialBalance(
        BooksQuery books, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        Task.FromResult(new TrialBalanceView(books.EntityId, from, until,
        [
            new("1200", "Trade \"receivables\"", "asset", "receivables", true, "AUD", 0, 110, 0, 110),
            new("4000", "Revenue", "income", "revenue/plan", true, "AUD", 0, 0, 110, -110),
        ]));

    public Task<AgeingReport> Ageing(
        BooksQuery books, DateOnly asOf, bool isByDocument, CancellationToken cancellation) =>
        Task.FromResult(new AgeingReport(
            new AgeingView(books.EntityId, asOf, isByDocument ? "document-date" : "due-date",
                [new("AUD", 1, Aged, 110, 10, true)]),
            [new("a1", "c1", "AUD", Aged)]));

    public Task WriteJournal(
        BooksQuery books, JournalRange range, TextWriter output, CancellationToken cancellation) =>
        output.WriteAsync($"; journal of {books.EntityId} for {range.Format}\n".AsMemory(), cancellation);

    public Task<OpenItemStatementView?> OpenItems(
        StatementQuery account, DateOnly asOf, CancellationToken cancellation) =>
        Task.FromResult(IsKnown(account)
            ? new OpenItemStatementView("north", "a1", "c1", "AUD", account.Version ?? 2, asOf, "due-date",
                [new("I-1", "INV-<1>", "invoice", Day, Day, 110, 0, 110, 1)], Aged)
            : null);

    public Task<BalanceForwardView?> BalanceForward(
        StatementQuery account, DateOnly from, DateOnly through, CancellationToken cancellation) =>
        Task.FromResult(IsKnown(account)
            ? new BalanceForwardView("north", "a1", "c1", "AUD", account.Version ?? 2, from, through, 0,
                [new(Day, "invoice-issued", "INV-<1>", 110, 110, 2)], 100, "due-date", Aged)
            : null);

    public Task<ImmutableArray<EntryLineView>> Entry(
        BooksQuery books, string accountKey, long version, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<EntryLineView>>(
            [new(Day, "1200", "Trade receivables", "receivables", "AUD", 110)]);

    private static bool IsKnown(StatementQuery account) =>
        account.AccountKey == "north/a1" && account.Version is null or 1 or 2;
}
