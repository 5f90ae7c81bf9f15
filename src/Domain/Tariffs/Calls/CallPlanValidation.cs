namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>Checks destinations, zones and rates of a charge for calls.</summary>
internal sealed class CallPlanValidation(CallPlan plan, TariffVersion version, string path, ProblemList problems)
{
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _zones = new(StringComparer.Ordinal);

    public void Check()
    {
        if (string.IsNullOrWhiteSpace(plan.Event))
            Add("event", "required", "A charge for calls names the event it prices.");
        if (plan.Rates.IsEmpty)
            Add("rates", "no-rates", "A charge for calls has at least one rate.");
        CheckDestinations();
        CheckZones();
        for (var i = 0; i < plan.Rates.Length; i++)
            new CallRateValidation(plan.Rates[i], $"{path}/rates/{i}", problems).Check();
        CheckNames();
        CheckCovered();
        CheckPeriods();
    }

    private void CheckDestinations()
    {
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Destinations.Length; i++)
        {
            var group = plan.Destinations[i];
            if (string.IsNullOrWhiteSpace(group.Name) || !_groups.Add(group.Name))
                Add($"destinations/{i}/name", "duplicate-destination", "A destination has a name of its own.");
            if (group.Prefixes.IsEmpty)
                Add($"destinations/{i}/prefixes", "required", "A destination has at least one prefix.");
            for (var j = 0; j < group.Prefixes.Length; j++)
            {
                var prefix = group.Prefixes[j];
                if (!PrefixTable.IsPrefix(prefix))
                    Add($"destinations/{i}/prefixes/{j}", "prefix-digits", $"\"{prefix}\" is not digits, * and #.");
                else if (!prefixes.Add(prefix))
                    Add($"destinations/{i}/prefixes/{j}", "duplicate-prefix", $"Prefix \"{prefix}\" is there twice.");
            }
        }
    }

    private void CheckZones()
    {
        var networks = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Zones.Length; i++)
        {
            var zone = plan.Zones[i];
            if (string.IsNullOrWhiteSpace(zone.Name) || zone.Name == "home" || !_zones.Add(zone.Name))
                Add($"zones/{i}/name", "duplicate-zone", "A zone has a name of its own, and none is \"home\".");
            for (var j = 0; j < zone.Networks.Length; j++)
            {
                if (!networks.Add(zone.Networks[j]))
                    Add($"zones/{i}/networks/{j}", "duplicate-network", $"{zone.Networks[j]} is in two zones.");
            }
            if (zone.MarkUpPercent < -100)
                Add($"zones/{i}/markUpPercent", "out-of-range", "A mark-up takes away no more than all.");
        }
    }

    private void CheckNames()
    {
        var known = new HashSet<(string, Choices.CallDirection, string?, string?)>();
        var calendar = plan.Calendar is { } id ? version.Calendar(id) : null;
        if (plan.Calendar is not null && calendar is null)
            Add("calendar", "unknown-calendar", $"There is no calendar {plan.Calendar}.");
        for (var i = 0; i < plan.Rates.Length; i++)
        {
            var rate = plan.Rates[i];
            if (!_groups.Contains(rate.Destination))
                Add($"rates/{i}/destination", "unknown-destination", $"There is no destination {rate.Destination}.");
            if (rate.Zone is { } zone && !_zones.Contains(zone))
                Add($"rates/{i}/zone", "unknown-zone-of-roaming", $"There is no zone {zone}.");
            if (rate.Period is { } period && calendar?.Periods.Contains(period, StringComparer.Ordinal) != true)
                Add($"rates/{i}/period", "unknown-period", $"The calendar of the charge has no period {period}.");
            if (!known.Add((rate.Destination, rate.Direction, rate.Zone, rate.Period)))
                Add($"rates/{i}", "duplicate-rate", "Another rate is for the same calls.");
        }
    }

    // A destination without a rate would only be found out by the first call to it.
    private void CheckCovered()
    {
        var priced = plan.Rates.Select(static rate => rate.Destination).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < plan.Destinations.Length; i++)
        {
            if (!priced.Contains(plan.Destinations[i].Name))
                Add($"destinations/{i}", "unpriced-destination", $"No rate is for {plan.Destinations[i].Name}.");
        }
    }

    private void CheckPeriods()
    {
        if (plan.Calendar is null || version.Calendar(plan.Calendar) is not { } calendar)
            return;
        foreach (var rates in plan.Rates.GroupBy(static rate => (rate.Destination, rate.Direction, rate.Zone)))
        {
            if (rates.Any(static rate => rate.Period is null))
                continue;
            foreach (var missing in calendar.Periods.Except(
                rates.Select(static rate => rate.Period!), StringComparer.Ordinal))
            {
                Add("rates", "unpriced-period",
                    $"No rate is for calls to {rates.Key.Destination} in the period {missing}.");
            }
        }
    }

    private void Add(string member, string rule, string detail) => problems.Add($"{path}/{member}", rule, detail);
}
