using System.Collections.Frozen;
using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>Destinations and rates of one kind of event: calls, data, messages. Compiled once, read often.</summary>
public sealed class CallPlan
{
    internal const int NoRate = -1;

    private readonly PrefixTable _table;
    private readonly ImmutableArray<int>[] _rates;
    private readonly FrozenDictionary<string, RoamingZone> _zones;
    private readonly int _any;

    /// <summary>Creates a plan; what makes no sense in it is found by the validation of its tariff.</summary>
    public CallPlan(
        string eventName,
        CallUnit unit,
        ImmutableArray<DestinationGroup> destinations,
        ImmutableArray<CallRate> rates,
        ImmutableArray<RoamingZone> zones)
    {
        (Event, Unit, Destinations, Rates, Zones) = (eventName, unit, destinations, rates, zones);
        _table = new PrefixTable(destinations.SelectMany(static (group, index) =>
            group.Prefixes.Where(static prefix => PrefixTable.IsPrefix(prefix)).Select(prefix => (prefix, index))));
        var byName = rates.Select(static (rate, index) => (rate.Destination, Index: index))
            .ToLookup(static entry => entry.Destination, static entry => entry.Index, StringComparer.Ordinal);
        _rates = [.. destinations.Select(group => byName[group.Name].ToImmutableArray())];
        _zones = zones.SelectMany(static zone => zone.Networks.Select(network => (network, zone)))
            .DistinctBy(static entry => entry.network, StringComparer.Ordinal)
            .ToFrozenDictionary(static entry => entry.network, static entry => entry.zone, StringComparer.Ordinal);
        _any = _table.Find("");
        PricesIncoming = rates.Any(static rate => rate.Direction == CallDirection.In);
    }

    /// <summary>The event it prices: "call", "data", "sms" or a word of one's own.</summary>
    public string Event { get; }

    /// <summary>Unit of the prices.</summary>
    public CallUnit Unit { get; }

    /// <summary>The destinations; no prefix stands in two.</summary>
    public ImmutableArray<DestinationGroup> Destinations { get; }

    /// <summary>The rates.</summary>
    public ImmutableArray<CallRate> Rates { get; }

    /// <summary>Roaming zones.</summary>
    public ImmutableArray<RoamingZone> Zones { get; }

    /// <summary>Id of the calendar whose periods the rates name; null where none does.</summary>
    public string? Calendar { get; init; }

    /// <summary>Whether any rate is for calls received.</summary>
    internal bool PricesIncoming { get; }

    /// <summary>Index of the destination of a number, or -1.</summary>
    internal int DestinationOf(ReadOnlySpan<char> number) => _table.Find(number);

    /// <summary>The zone of a serving network, or null.</summary>
    internal RoamingZone? ZoneOf(string network) => _zones.GetValueOrDefault(network);

    /// <summary>
    /// Index of the rate: of the destination, else of the one that fits all numbers; a rate of the period before one
    /// of all periods; -1 where none fits.
    /// </summary>
    internal int RateOf(int destination, CallDirection direction, string? zone, string? period)
    {
        var found = RateIn(destination, direction, zone, period);
        return found != NoRate || _any < 0 ? found : RateIn(_any, direction, zone, period);
    }

    private int RateIn(int destination, CallDirection direction, string? zone, string? period)
    {
        var found = NoRate;
        foreach (var index in _rates[destination])
        {
            var rate = Rates[index];
            if (rate.Direction != direction || rate.Zone != zone)
                continue;
            if (rate.Period is not null && rate.Period == period)
                return index;
            if (rate.Period is null)
                found = index;
        }
        return found;
    }
}
