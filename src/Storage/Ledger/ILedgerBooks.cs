using System.Collections.Immutable;
using BillingActors.Domain.Statements;
using NodaTime;

namespace BillingActors.Storage.Ledger;

/// <summary>
/// The books of a legal entity, read at one moment: turnovers from the journal, ages from the events of all accounts,
/// and the journal as files of other programs.
/// </summary>
public interface ILedgerBooks
{
    /// <summary>
    /// What each role had before a day and moved until another, exclusive; in order of role and currency.
    /// </summary>
    Task<ImmutableArray<LedgerTurnover>> Turnovers(
        string entityId, LocalDate from, LocalDate until, CancellationToken cancellation);

    /// <summary>What every account had open at the end of a day, by age, beside the control accounts.</summary>
    Task<EntityAgeing> Ageing(BooksOf entity, LocalDate asOf, AgeingBasis basis, CancellationToken cancellation);

    /// <summary>
    /// All movements of an account, up to a version or to the newest; null where there is no such account or version.
    /// </summary>
    Task<AccountHistory?> History(
        string accountKey, DateTimeZone zone, long? version, CancellationToken cancellation);

    /// <summary>The journal entry of one event of an account, line by line; none where it booked nothing.</summary>
    Task<ImmutableArray<EntryLine>> Entry(string accountKey, long version, CancellationToken cancellation);

    /// <summary>
    /// Writes the journal of some days. At each month's end it states what the subledger, folded from the events, says
    /// of the control accounts. The same days of the same books are the same text.
    /// </summary>
    Task WriteJournal(JournalOrder order, TextWriter output, CancellationToken cancellation);
}
