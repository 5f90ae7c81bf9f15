namespace BillingActors.Domain.Tariffs.Calls.Buckets;

/// <summary>Checks the allowances of a version.</summary>
internal sealed class BucketValidation(TariffVersion version, string currency, string path, ProblemList problems)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public void Check()
    {
        for (var i = 0; i < version.Buckets.Length; i++)
            Check(version.Buckets[i], i);
    }

    private void Check(BucketRule rule, int index)
    {
        if (string.IsNullOrWhiteSpace(rule.Id) || !_ids.Add(rule.Id))
            Add(index, "id", "duplicate-bucket", "An allowance has an id of its own.");
        if (string.IsNullOrWhiteSpace(rule.Text))
            Add(index, "text", "required", "An allowance has a text for the customer.");
        CheckQuantity(rule, index);
        if (rule.Charge is { } code && !version.Charges.Any(charge => charge.Head.Code == code))
            Add(index, "charge", "unknown-charge", $"There is no charge {code} that could grant it.");
        CheckScope(rule, index);
        CheckHours(rule, index);
    }

    private void CheckQuantity(BucketRule rule, int index)
    {
        if (CallUnit.Find(rule.Unit) is null && rule.Unit != currency)
            Add(index, "unit", "unknown-unit", $"{rule.Unit} is neither {currency} nor one of {CallUnit.Names}.");
        if (rule.Quantity < 0)
            Add(index, "quantity", "out-of-range", "A grant is nothing or more.");
        if (rule.Span == BucketSpan.Days && rule.Days < 1)
            Add(index, "days", "out-of-range", "An allowance lasts for at least one day.");
        if (rule.Increment <= 0)
            Add(index, "increment", "out-of-range", "An increment is more than nothing.");
        if (rule.Rollover is { } rollover && (rollover.Spans < 1 || rollover.Most < 0))
            Add(index, "rollover", "out-of-range", "What is carried over lasts for at least one span.");
        if (rule.Rollover is not null && rule.Span == BucketSpan.Once)
            Add(index, "rollover", "out-of-range", "What does not expire is not carried over.");
        if (rule.MayGoBelowZero && rule.Unit != currency)
            Add(index, "allowNegative", "out-of-range", "Only money may go below zero.");
    }

    private void CheckScope(BucketRule rule, int index)
    {
        var plans = version.Charges.OfType<Charge.Calls>().Select(static charge => charge.Plan).ToList();
        foreach (var name in rule.Destinations)
        {
            if (!plans.Exists(plan => plan.Destinations.Any(group => group.Name == name)))
                Add(index, "destinations", "unknown-destination", $"There is no destination {name}.");
        }
        foreach (var name in rule.Zones)
        {
            if (name != "home" && !plans.Exists(plan => plan.Zones.Any(zone => zone.Name == name)))
                Add(index, "zones", "unknown-zone-of-roaming", $"There is no zone {name}.");
        }
        foreach (var name in rule.Events)
        {
            if (!plans.Exists(plan => plan.Event == name))
                Add(index, "events", "unknown-event", $"No charge prices {name}.");
        }
    }

    private void CheckHours(BucketRule rule, int index)
    {
        var calendar = rule.Calendar is { } id ? version.Calendar(id) : null;
        if (rule.Calendar is not null && calendar is null)
            Add(index, "calendar", "unknown-calendar", $"There is no calendar {rule.Calendar}.");
        if (rule.Calendar is not null == rule.Periods.IsEmpty)
            Add(index, "periods", "required", "Hours are named by a calendar and some of its periods.");
        foreach (var name in rule.Periods)
        {
            if (calendar?.Periods.Contains(name, StringComparer.Ordinal) == false)
                Add(index, "periods", "unknown-period", $"Calendar {rule.Calendar} has no period {name}.");
        }
    }

    private void Add(int index, string member, string rule, string detail) =>
        problems.Add($"{path}/{index}/{member}", rule, detail);
}
