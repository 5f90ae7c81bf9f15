using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Tariffs;

/// <summary>Charges and calendars of a tariff version while a file is read.</summary>
internal sealed class VersionDraft
{
    /// <summary>Foreign files do not tell how their prices are taxed.</summary>
    public const string Untaxed = "none";

    private readonly List<CalendarDocument> _calendars = [];
    private readonly List<PriceSeriesDocument> _series = [];
    private readonly List<EventListDocument> _events = [];

    /// <summary>What is charged, in the order of the bill.</summary>
    public ImmutableArray<ChargeDocument>.Builder Charges { get; } = ImmutableArray.CreateBuilder<ChargeDocument>();

    /// <summary>
    /// The price of a plan whose periods have prices of their own. With one period in the plan it is that price, else a
    /// calendar with the id is added; two prices over the same hours share it.
    /// </summary>
    public PriceDocument PriceOf(
        string calendar, YearPlan plan, IReadOnlyDictionary<int, PriceDocument> prices, Func<int, string> nameOf)
    {
        var periods = plan.Periods();
        if (periods.Count == 1)
            return prices[periods[0]];
        if (!_calendars.Exists(known => known.Id == calendar))
            _calendars.Add(new CalendarWriting(plan, nameOf).Write(calendar));
        return new PriceDocument.TimeOfUse(
            calendar, [.. periods.Select(period => new PeriodPriceDocument(nameOf(period), prices[period]))]);
    }

    /// <summary>The price of each hour of a series.</summary>
    public PriceDocument PriceOf(PriceSeriesDocument series)
    {
        if (!_series.Exists(known => known.Id == series.Id))
            _series.Add(series);
        return new PriceDocument.Hourly(series.Id);
    }

    /// <summary>Adds a list of events that the contract names; charges refer to it by the id.</summary>
    public void AddEvents(string id) => _events.Add(new EventListDocument(id));

    /// <summary>The only version of a tariff that a file tells.</summary>
    public TariffVersionDocument ToVersion(DateOnly from, DateOnly? until) => new(
        1, from, Charges.ToImmutable(), until, _calendars.Count == 0 ? null : [.. _calendars],
        Series: _series.Count == 0 ? null : [.. _series], Events: _events.Count == 0 ? null : [.. _events]);
}
