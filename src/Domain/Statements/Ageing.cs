using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Statements;

/// <summary>
/// What is open by its age, in minor units of one currency. Credits and unapplied cash stand in columns of their own
/// and are set against no bucket.
/// </summary>
/// <param name="NotDueMinor">Age of no day, or not begun.</param>
/// <param name="Days1To30Minor">1 to 30 days.</param>
/// <param name="Days31To60Minor">31 to 60 days.</param>
/// <param name="Days61To90Minor">61 to 90 days.</param>
/// <param name="Days91To120Minor">91 to 120 days.</param>
/// <param name="Over120Minor">More than 120 days.</param>
/// <param name="CreditsMinor">Items in the customer's favour; not positive.</param>
/// <param name="UnappliedMinor">Money that is set against no item; positive where there is some.</param>
public readonly record struct Ageing(
    long NotDueMinor,
    long Days1To30Minor,
    long Days31To60Minor,
    long Days61To90Minor,
    long Days91To120Minor,
    long Over120Minor,
    long CreditsMinor,
    long UnappliedMinor)
{
    /// <summary>All items together: what the control account of receivables says.</summary>
    public long ItemsMinor => NotDueMinor + Days1To30Minor + Days31To60Minor + Days61To90Minor + Days91To120Minor
        + Over120Minor + CreditsMinor;

    /// <summary>All that is at least one day old.</summary>
    public long PastDueMinor =>
        Days1To30Minor + Days31To60Minor + Days61To90Minor + Days91To120Minor + Over120Minor;

    /// <summary>What is owed in all.</summary>
    public long BalanceMinor => ItemsMinor - UnappliedMinor;

    public static Ageing operator +(Ageing left, Ageing right) => new(
        left.NotDueMinor + right.NotDueMinor,
        left.Days1To30Minor + right.Days1To30Minor,
        left.Days31To60Minor + right.Days31To60Minor,
        left.Days61To90Minor + right.Days61To90Minor,
        left.Days91To120Minor + right.Days91To120Minor,
        left.Over120Minor + right.Over120Minor,
        left.CreditsMinor + right.CreditsMinor,
        left.UnappliedMinor + right.UnappliedMinor);

    /// <summary>Items and unapplied cash by age on a day.</summary>
    public static Ageing Of(ImmutableArray<OpenItem> items, long unappliedMinor, LocalDate asOf, AgeingBasis basis) =>
        items.Aggregate(default(Ageing) with { UnappliedMinor = unappliedMinor }, (sum, item) =>
            sum + Of(item.Open.Minor, DaysOf(item, asOf, basis)));

    /// <summary>Days since an item was due, or dated; not positive before that.</summary>
    public static int DaysOf(OpenItem item, LocalDate asOf, AgeingBasis basis) =>
        NodaTime.Period.DaysBetween(basis == AgeingBasis.DueDate ? item.DueOn : item.IssuedOn, asOf);

    /// <summary>What is open of items of one age.</summary>
    public static Ageing Of(long minor, int days)
    {
        var nothing = default(Ageing);
        if (minor < 0)
            return nothing with { CreditsMinor = minor };
        return days switch
        {
            <= 0 => nothing with { NotDueMinor = minor },
            <= 30 => nothing with { Days1To30Minor = minor },
            <= 60 => nothing with { Days31To60Minor = minor },
            <= 90 => nothing with { Days61To90Minor = minor },
            <= 120 => nothing with { Days91To120Minor = minor },
            _ => nothing with { Over120Minor = minor },
        };
    }
}
