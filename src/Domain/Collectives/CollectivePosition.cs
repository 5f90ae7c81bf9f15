using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Invoicing;
using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>
/// What an account keeps that pays for others: its bill day and the sums of the bills taken for the next collective
/// bill. The lines themselves stand in events and rows only, so that it is as small for ten thousand children as for
/// one.
/// </summary>
/// <param name="BillDay">Day of the month of its collective bills, 1 to 28.</param>
/// <param name="NextOn">Day of the next collective bill.</param>
public sealed record CollectivePosition(int BillDay, LocalDate NextOn)
{
    /// <summary>How many collective bills are kept at hand; older ones are in the events.</summary>
    public const int BillCountMax = 24;

    /// <summary>How many bills of children were taken in all: what was read before must be read again.</summary>
    public long TakenCount { get; init; }

    /// <summary>How many of them wait for the next collective bill.</summary>
    public int LineCount { get; init; }

    /// <summary>What they come to, net.</summary>
    public long NetMinor { get; init; }

    /// <summary>Their taxes.</summary>
    public long TaxMinor { get; init; }

    /// <summary>Their taxes by code and rate.</summary>
    public ImmutableArray<TaxShare> Taxes { get; init; } = [];

    /// <summary>The newest collective bills, oldest first.</summary>
    public ImmutableArray<CollectiveBill> Bills { get; init; } = [];

    /// <summary>Set once it takes no new children; null: it does.</summary>
    public CollectiveEnd? End { get; init; }

    /// <summary>
    /// When something of it is to be done next: once it has ended its children leave at once, so it is due since the
    /// day before, whatever the time zone.
    /// </summary>
    public LocalDate DueOn => End is { IsDone: false } end ? LocalDate.Min(end.On.PlusDays(-1), NextOn) : NextOn;

    /// <summary>Id of the collective bill of the next bill day.</summary>
    public string NextBillId => "collective." + NextOn.ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    /// <summary>The first bill day after a day.</summary>
    public static LocalDate BillDayAfter(int billDay, LocalDate day)
    {
        var ofMonth = new LocalDate(day.Year, day.Month, billDay);
        return ofMonth > day ? ofMonth : ofMonth.PlusMonths(1);
    }
}
