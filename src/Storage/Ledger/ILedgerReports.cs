using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Ledger;

namespace BillingActors.Storage.Ledger;

/// <summary>The books of legal entities and statements of accounts as wire records.</summary>
public interface ILedgerReports
{
    /// <summary>Balances and turnovers between two days, the second exclusive.</summary>
    Task<TrialBalanceView> TrialBalance(
        BooksQuery books, DateOnly from, DateOnly until, CancellationToken cancellation);

    /// <summary>What every account had open at the end of a day.</summary>
    Task<AgeingReport> Ageing(BooksQuery books, DateOnly asOf, bool isByDocument, CancellationToken cancellation);

    /// <summary>Writes the journal of some days in the text of another program.</summary>
    Task WriteJournal(BooksQuery books, JournalRange range, TextWriter output, CancellationToken cancellation);

    /// <summary>
    /// Each document that was open at the end of a day; null where there is no such account or version.
    /// </summary>
    Task<OpenItemStatementView?> OpenItems(StatementQuery account, DateOnly asOf, CancellationToken cancellation);

    /// <summary>What moved between two days, both inclusive; null where there is no such account or version.</summary>
    Task<BalanceForwardView?> BalanceForward(
        StatementQuery account, DateOnly from, DateOnly through, CancellationToken cancellation);

    /// <summary>
    /// The journal entry of one event of an account, in the words of the chart; none where it booked nothing.
    /// </summary>
    Task<ImmutableArray<EntryLineView>> Entry(
        BooksQuery books, string accountKey, long version, CancellationToken cancellation);
}
