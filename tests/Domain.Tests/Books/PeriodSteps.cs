using BillingActors.Domain.Accounts;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Ledger;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>
/// The months of the books in a random life: locked softly, locked for all, opened again by two people; and that what
/// was booked up to a lock stays as it is until they are.
/// </summary>
internal sealed class PeriodSteps
{
    private AccountingPeriods _periods = AccountingPeriods.None;
    private Dictionary<string, long> _locked = new(StringComparer.Ordinal);

    /// <summary>Every event of accounting periods, and every refusal.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(PeriodEvent).GetNestedTypes().Select(type => type.Name),
        .. new[]
        {
            PeriodRefusals.MonthNotOver, PeriodRefusals.SoftLockMissing, PeriodRefusals.MonthOpen,
            PeriodRefusals.ReopeningUnknown, PeriodRefusals.SecondPersonNeeded,
        }.Select(refusal => refusal.Code),
        LateBooking,
    ];

    /// <summary>Events and refusals so far.</summary>
    public Tally Reached { get; } = new();

    /// <summary>How often a month was locked or opened.</summary>
    public int ChangeCount { get; private set; }

    private static string LateBooking => "booked on the first open day";

    /// <summary>A command of finance; the books as they stand are what a hard lock keeps.</summary>
    public void Take(BooksStep step, IReadOnlyList<JournalEntry> entries)
    {
        var month = new YearMonth(2025, 1).PlusMonths(step.Day % 6);
        var who = Context("late", who: step.Contract == 0 ? "anna" : "ben");
        var decision = (Math.Abs(step.Amount) % 4) switch
        {
            0 => PeriodLock.Decide(_periods, new LockPeriod(month, false, Day(1, 1).PlusDays(step.Day + 60))),
            1 => PeriodLock.Decide(_periods, new LockPeriod(month, true, Day(1, 1).PlusDays(step.Day + 60))),
            2 => PeriodReopenRequest.Decide(_periods, _periods.ReopenFrom is null ? month : Wanted, who),
            _ => PeriodReopening.Decide(_periods, step.Day % 3 == 0 ? month : Wanted, who),
        };
        if (decision.Refusal is { } refusal)
            Reached.Add(refusal.Code);
        foreach (var happened in decision.Events)
        {
            Reached.Add(happened.GetType().Name);
            _periods = _periods.Apply(happened, who.Actor);
            ChangeCount++;
        }
        if (!decision.Events.IsEmpty)
            _locked = Totals(entries);
    }

    /// <summary>The first day an event of somebody outside finance is booked on; null leaves it where it is.</summary>
    public LocalDate? BookedFrom(AccountEvent happened)
    {
        var first = _periods.Window.FirstOpenDay(passesSoftLock: false);
        if (PostingRules.EntryOf(happened, Euro) is not { } entry || !(entry.BookedOn < first))
            return null;
        Reached.Add(LateBooking);
        return first;
    }

    /// <summary>What lies in locked months is what lay there when they were locked.</summary>
    public void Check(IReadOnlyList<JournalEntry> entries) => Assert.Equal(
        _locked.OrderBy(one => one.Key, StringComparer.Ordinal),
        Totals(entries).OrderBy(one => one.Key, StringComparer.Ordinal));

    private YearMonth Wanted => (_periods.ReopenFrom ?? Day(3, 1)).ToYearMonth();

    private Dictionary<string, long> Totals(IReadOnlyList<JournalEntry> entries) => entries
        .Where(entry => entry.BookedOn < _periods.Window.SoftLockedUntil)
        .SelectMany(entry => entry.Postings)
        .GroupBy(posting => posting.LedgerAccount, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(posting => posting.Amount.Minor), StringComparer.Ordinal);
}
