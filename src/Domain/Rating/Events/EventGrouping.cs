using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using NodaTime;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Finds the events of a charge and parts them by the properties that are counted or priced apart.</summary>
internal sealed class EventGrouping(EventCharge charge, EventLog log, HoldList holds)
{
    private const char Separator = '/';
    private const string Other = "other";

    /// <summary>The calendar whose periods the events have as a property; null: they have none.</summary>
    public TimeOfUseCalendar? Calendar { get; init; }

    /// <summary>The groups by label or row; without any event one group of none.</summary>
    public IReadOnlyList<EventGroup> In(EventSpan span)
    {
        var groups = new SortedDictionary<string, EventGroup>(StringComparer.Ordinal);
        IEnumerable<UsageEvent> known = Calendar is null ? log.Events : log.Events.Select(Named(span.Zone));
        foreach (var one in known.Where(one => one.At < span.Until && Counts(one)))
        {
            if (KeyOf(one) is not { } key)
                continue;
            if (!groups.TryGetValue(key.Order, out var group))
                groups[key.Order] = group = new EventGroup(key.Label, key.Price, [], []);
            (one.At < span.From ? group.Earlier : group.Inside).Add(one);
        }
        var found = groups.Values.Where(group => charge.IsLevel || group.Inside.Count > 0).ToList();
        if (found.Count == 0 && charge.Price is not MatrixPrice && charge.GroupBy.IsEmpty)
            found.Add(new EventGroup(null, charge.Price, [], []));
        return found;
    }

    /// <summary>The price of a group by its label; null where the charge has no such group.</summary>
    public static PriceModel? PriceOf(EventCharge charge, string label)
    {
        if (charge.Price is not MatrixPrice matrix)
            return charge.Price;
        var row = matrix.Rows.FirstOrDefault(row => EndsIn(label, row.Label(matrix.Dimensions)));
        return row?.Price ?? (EndsIn(label, Other) ? matrix.Otherwise : null);
    }

    // Hours that no rule covers have no name; a tariff with such hours is not published.
    private Func<UsageEvent, UsageEvent> Named(DateTimeZone zone)
    {
        var clock = new CallClock(zone);
        return one => clock.PeriodAt(one.At, Calendar!).Period is var period && period >= 0
            ? one with { Properties = one.Properties.SetItem(EventCharge.Period, Calendar!.Periods[period]) }
            : one;
    }

    // Behind the properties that group it stands the row.
    private static bool EndsIn(string label, string row) =>
        label == row || label.EndsWith($" {row}", StringComparison.Ordinal);

    private bool Counts(UsageEvent one) =>
        (charge.Event is null || charge.Event == one.Name)
        && charge.Filters.All(filter =>
            filter.Values.Contains(one.Text(filter.Property), StringComparer.Ordinal) != filter.IsExcluding);

    private (string Order, string? Label, PriceModel Price)? KeyOf(UsageEvent one)
    {
        string? label = charge.GroupBy.IsEmpty
            ? null
            : string.Join(Separator, charge.GroupBy.Select(one.Text));
        if (charge.Price is not MatrixPrice matrix)
            return (label ?? "", label, charge.Price);
        string[] values = [.. matrix.Dimensions.Select(one.Text)];
        for (var i = 0; i < matrix.Rows.Length; i++)
        {
            var row = matrix.Rows[i];
            if (row.Fits(matrix.Dimensions, values))
            {
                var name = row.Label(matrix.Dimensions);
                return ($"{label} {i:D6}", label is null ? name : $"{label} {name}", row.Price);
            }
        }
        if (matrix.Otherwise is { } otherwise)
            return ($"{label} ~", label is null ? Other : $"{label} {Other}", otherwise);
        holds.Add("unpriced-event",
            $"No row of charge {charge.Head.Code} is for {string.Join(Separator, values)} (event {one.Id}).");
        return null;
    }
}
