using System.Collections.Immutable;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>
/// A coincident demand that looks back: what is measured in events of this bill is kept for later ones, and what is
/// billed was measured in the events of an earlier span of the year.
/// </summary>
/// <param name="request">The bill.</param>
/// <param name="quantities">Where demands are kept.</param>
/// <param name="need">What the charge wants to know, with the events of the tariff and of the contract.</param>
/// <param name="demandOf">Measures a demand with its power factor; null after a reason to hold.</param>
internal sealed class EventLookBack(
    RatingRequest request, IQuantities quantities, DemandNeed need, Func<DemandNeed, decimal?> demandOf)
{
    private const int SecondsPerMinute = 60;

    // As many as a system has peaks of its months.
    private const int EventsNamed = 12;

    private readonly string _code = need.Charge.Head.Code;
    private readonly DateTimeZone _zone = request.Tariff.Zone ?? request.Zone;

    /// <summary>The demand to bill; null after a reason to hold.</summary>
    public MeasuredDemand? Find(CoincidentLookBack lookBack)
    {
        if (!KeepOwn())
            return null;
        // A bill belongs to the year of its middle day, as it does to a season.
        var middle = request.Cycle.From.PlusDays(request.Cycle.Days / 2);
        var measured = lookBack.MeasuredBefore(YearWindow.Of(middle, lookBack.BilledFrom).From);
        var known = KnownIn(measured);
        return known.IsEmpty ? FirstYear(measured) : Combined(known, measured);
    }

    // An event of several parts of a bill is measured for each of them, and is the same.
    private bool KeepOwn()
    {
        foreach (var called in need.Events)
        {
            if (!need.Days.Contains(called.Day))
                continue;
            if (demandOf(need with { Events = [called] }) is not { } demand)
                return false;
            quantities.Demands.Keep(new PeakDemand(_code, request.Cycle, null, demand)
            {
                EventAt = InstantOf(called.Day, called.FromMinute),
            });
        }
        return true;
    }

    private ImmutableSortedDictionary<Instant, decimal> KnownIn(Period measured)
    {
        var known = ImmutableSortedDictionary.CreateBuilder<Instant, decimal>();
        foreach (var (at, quantity) in quantities.Demands.EventsOf(_code))
        {
            if (measured.Contains(at.InZone(_zone).Date))
                known[at] = quantity;
        }
        foreach (var given in need.Settings.Of(DemandSettings.PriorEvents))
        {
            if ((given.Charge is null || given.Charge == _code) && measured.Contains(given.Day))
                known[InstantOf(given.Day, given.FromMinute)] = given.Quantity;
        }
        return known.ToImmutable();
    }

    private MeasuredDemand Combined(ImmutableSortedDictionary<Instant, decimal> known, Period measured)
    {
        var rule = need.CombineRule;
        var demand = rule switch
        {
            CoincidentRule.Mean => known.Values.Sum() / known.Count,
            CoincidentRule.Sum => known.Values.Sum(),
            _ => known.Values.Max(),
        };
        var named = string.Join(", ", known.Take(EventsNamed).Select(one =>
            $"{Exact.Text(one.Value)} at {quantities.Clock.Print(one.Key.ToUnixTimeSeconds() / SecondsPerMinute)}"));
        var more = known.Count > EventsNamed ? ", …" : "";
        return Of(demand, measured, $"{WordOf(rule)} of {named}{more}");
    }

    private static string WordOf(CoincidentRule rule) => rule switch
    {
        CoincidentRule.Mean => "mean",
        CoincidentRule.Sum => "sum",
        _ => "highest",
    };

    private MeasuredDemand? FirstYear(Period measured)
    {
        switch (need.Settings.Of(DemandSettings.CoincidentFirstYear))
        {
            case CoincidentFirstYear.None:
                return Of(0m, measured, "none known");
            case CoincidentFirstYear.Highest:
                var terms = need.Charge.Terms with { Basis = DemandBasis.Highest };
                return demandOf(need with { Charge = need.Charge with { Terms = terms }, Events = [] }) is { } own
                    ? Of(own, measured, "none known, the highest of the bill")
                    : null;
            case CoincidentFirstYear.ContractDemand
                when need.Settings.Of(DemandSettings.ContractDemand) is { } contract:
                return Of(contract, measured, "none known, the contract demand");
            case var rule:
                var missing = rule == CoincidentFirstYear.ContractDemand ? "contract-demand" : "prior-events";
                quantities.Holds.Add(
                    "option-missing",
                    $"Charge {_code} knows no event in {measured} and needs the contract's setting {missing}.");
                return null;
        }
    }

    private static MeasuredDemand Of(decimal demand, Period measured, string reason) =>
        new([new DemandPeak(demand)], new LineSource("intervals", $"events {measured}; {reason}", ""));

    private Instant InstantOf(LocalDate day, int minute) =>
        Instant.FromUnixTimeSeconds(quantities.Clock.MinuteAt(day, minute) * SecondsPerMinute);
}
