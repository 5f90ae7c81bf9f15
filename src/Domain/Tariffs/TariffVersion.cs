using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tax;
using NodaTime;

namespace BillingActors.Domain.Tariffs;

/// <summary>The prices of a tariff from one day on.</summary>
/// <param name="Number">Number of the version, from 1.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Day it ends, exclusive; null: until the next version begins.</param>
/// <param name="Calendars">Time-of-use calendars its prices refer to.</param>
/// <param name="Charges">
/// What is charged, in the order of the bill; percentages and minimums see what stands before.
/// </param>
/// <param name="Taxes">Taxes in the order in which they are computed.</param>
public sealed record TariffVersion(
    int Number,
    LocalDate ValidFrom,
    LocalDate? ValidUntil,
    ImmutableArray<TimeOfUseCalendar> Calendars,
    ImmutableArray<Charge> Charges,
    ImmutableArray<TaxRule> Taxes)
{
    /// <summary>Lists of events its prices refer to.</summary>
    public ImmutableArray<EventList> Events { get; init; } = [];

    /// <summary>Series of published prices its prices refer to.</summary>
    public ImmutableArray<PriceSeries> Series { get; init; } = [];

    /// <summary>Allowances that calls, data and messages draw from.</summary>
    public ImmutableArray<BucketRule> Buckets { get; init; } = [];

    /// <summary>First day for customers who were there before; null: as the setting existing-customers says.</summary>
    public LocalDate? ExistingFrom { get; init; }

    /// <summary>The calendar with the id, or null.</summary>
    public TimeOfUseCalendar? Calendar(string id)
    {
        foreach (var calendar in Calendars)
        {
            if (calendar.Id == id)
                return calendar;
        }
        return null;
    }
}
