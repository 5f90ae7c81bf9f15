using NodaTime;

namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>Days of every year on which a charge applies; it may go over the turn of the year.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive; the same as the first for the whole year.</param>
public sealed record AnnualSpan(AnnualDate From, AnnualDate Until)
{
    /// <summary>Whether the day lies inside.</summary>
    public bool Contains(LocalDate day)
    {
        var (from, until, at) = (Key(From.Month, From.Day), Key(Until.Month, Until.Day), Key(day.Month, day.Day));
        return from < until ? from <= at && at < until : at >= from || at < until;
    }

    private static int Key(int month, int day) => (month * 100) + day;
}
