using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Finds the determinant of a charge by its code, its channels, its unit or its direction. The only one there is counts
/// too, unless charges of the tariff differ in what they would mean by it.
/// </summary>
internal sealed class DeterminantNames(Tariff tariff, HoldList holds)
{
    private readonly HashSet<string> _codes =
        [.. tariff.Versions.SelectMany(static version => version.Charges).Select(static charge => charge.Head.Code)];

    /// <summary>What the use of a charge is the sum of; null after a reason was added.</summary>
    public IReadOnlyList<(string Name, DeterminantQuantity Quantity)>? OfUse(
        DeterminantPeriod period, string charge, MeterSelection meter)
    {
        var given = period.Quantities;
        if (NameOf(given, charge, meter, IsOneUnit<Charge.Usage>(static usage => usage.Meter)) is { } name)
            return [(name, given[name])];
        if (!meter.Channels.IsEmpty && meter.Channels.All(given.ContainsKey))
            return [.. meter.Channels.Select(channel => (channel, given[channel]))];
        Refuse(period, charge, meter, "quantity");
        return null;
    }

    /// <summary>
    /// The demand of a charge; null after a reason was added. Demands of channels do not add up, so several channels
    /// need one under the code.
    /// </summary>
    public (string Name, DeterminantQuantity Quantity)? OfDemand(DeterminantPeriod period, Charge.Demand charge)
    {
        var given = period.Demands;
        var isOneUnit = IsOneUnit<Charge.Demand>(static demand => demand.Meter);
        // Only the code means a sum of days, a mean or the demand of events; a channel means its highest.
        var isHighest = charge.Terms is { Basis: DemandBasis.Highest, Mean: null };
        var code = given.ContainsKey(charge.Head.Code) ? charge.Head.Code : null;
        // Where it means the demand of events, the highest has another name.
        var known = charge.Terms.LookBack is null ? charge.Head.Code : "";
        var name = isHighest ? NameOf(given, known, charge.Meter, isOneUnit) : code;
        if (isHighest && name is null && charge.Meter.Channels is [var channel] && given.ContainsKey(channel))
            name = channel;
        if (name is not null)
            return (name, given[name]);
        Refuse(period, charge.Head.Code, charge.Meter, "demand");
        return null;
    }

    private string? NameOf(
        ImmutableSortedDictionary<string, DeterminantQuantity> given,
        string charge,
        MeterSelection meter,
        bool isOneUnit)
    {
        if (given.ContainsKey(charge))
            return charge;
        if (!meter.Channels.IsEmpty)
            return null;
        var direction = WordOf(meter.Direction);
        if (meter.Direction == Direction.Import && given.ContainsKey(meter.Unit))
            return meter.Unit;
        if (given.ContainsKey(direction))
            return direction;
        var others = given.Keys.Where(name => !_codes.Contains(name) && name != WordOf(Direction.Export)).ToList();
        return meter.Direction == Direction.Import && isOneUnit && others.Count == 1 ? others[0] : null;
    }

    private bool IsOneUnit<T>(Func<T, MeterSelection> meter)
        where T : Charge =>
        tariff.Versions.SelectMany(static version => version.Charges).OfType<T>().Select(meter)
            .Where(static selection => selection is { Direction: Direction.Import, Channels.IsEmpty: true })
            .Select(static selection => selection.Unit).Distinct(StringComparer.Ordinal).Count() <= 1;

    private void Refuse(DeterminantPeriod period, string charge, MeterSelection meter, string what)
    {
        IEnumerable<string> ways = meter.Channels.IsEmpty
            ? [charge, meter.Unit, WordOf(meter.Direction)]
            : [charge, .. meter.Channels];
        holds.Add("no-read",
            $"The determinants of {period.Days} hold no {what} of charge {charge}: it is looked for under"
            + $" {string.Join(", ", ways)}.");
    }

    private static string WordOf(Direction direction) => direction == Direction.Import ? "import" : "export";
}
