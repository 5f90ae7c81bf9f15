using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Finds the determinant of a charge by its code, its channels, its unit, its direction or another unit of the same
/// kind. The only one there is counts too, unless charges of the tariff differ in what they would mean by it, or its
/// name is a unit of another kind.
/// </summary>
internal sealed class DeterminantNames(Tariff tariff, HoldList holds)
{
    private const string Reactive = "kVArh";

    private readonly bool _hasReactive = tariff.Versions.SelectMany(static version => version.Charges)
        .OfType<Charge.Usage>().Any(static usage => UnitConversion.Exponent(usage.Meter.Unit, Reactive) is not null);

    private readonly HashSet<string> _codes =
        [.. tariff.Versions.SelectMany(static version => version.Charges).Select(static charge => charge.Head.Code)];

    private readonly HashSet<string> _units = [.. tariff.Versions.SelectMany(static version => version.Charges)
        .OfType<Charge.Usage>().Select(static usage => usage.Conversion?.From ?? usage.Meter.Unit)];

    /// <summary>What the use of a charge is the sum of; null after a reason was added.</summary>
    public IReadOnlyList<FoundDeterminant>? OfUse(DeterminantPeriod period, string charge, MeterSelection meter)
    {
        var given = period.Quantities;
        if (Find(given, charge, meter, IsOneUnit<Charge.Usage>(static usage => usage.Meter)) is { } found)
            return [found];
        if (!meter.Channels.IsEmpty && meter.Channels.All(given.ContainsKey))
            return [.. meter.Channels.Select(channel => new FoundDeterminant(channel, given[channel]))];
        Refuse(period, charge, meter, "quantity", given);
        return null;
    }

    /// <summary>
    /// The demand of a charge; null after a reason was added. Demands of channels do not add up, so several channels
    /// need one under the code. <paramref name="real"/> is the unit of real power that does, too; null: none.
    /// </summary>
    public FoundDeterminant? OfDemand(DeterminantPeriod period, Charge.Demand charge, string? real)
    {
        var given = period.Demands;
        var isOneUnit = IsOneUnit<Charge.Demand>(static demand => demand.Meter);
        // Only the code means a sum of days, a mean or the demand of events; a channel means its highest.
        var isHighest = charge.Terms is { Basis: DemandBasis.Highest, Mean: null };
        var code = given.ContainsKey(charge.Head.Code) ? charge.Head.Code : null;
        // Where it means the demand of events, the highest has another name.
        var known = charge.Terms.LookBack is null ? charge.Head.Code : "";
        var found = isHighest ? Find(given, known, charge.Meter, isOneUnit) : null;
        if (isHighest && found is null && real is not null)
            found = Find(given, known, charge.Meter with { Unit = real }, isOneUnit);
        var name = isHighest ? null : code;
        if (isHighest && found is null && charge.Meter.Channels is [var channel] && given.ContainsKey(channel))
            name = channel;
        if (name is not null)
            return new FoundDeterminant(name, given[name]);
        if (found is null)
            Refuse(period, charge.Head.Code, charge.Meter, "demand", given);
        return found;
    }

    private FoundDeterminant? Find(
        ImmutableSortedDictionary<string, DeterminantQuantity> given,
        string charge,
        MeterSelection meter,
        bool isOneUnit)
    {
        if (given.TryGetValue(charge, out var own))
            return new FoundDeterminant(charge, own);
        if (!meter.Channels.IsEmpty)
            return null;
        var isImport = meter.Direction == Direction.Import;
        if (isImport && given.TryGetValue(meter.Unit, out var inUnit))
            return new FoundDeterminant(meter.Unit, inUnit);
        // Where no charge is for reactive energy, what was imported is real.
        if (UnitConversion.Exponent(meter.Unit, Reactive) is not null && !_hasReactive)
            return null;
        var direction = WordOf(meter.Direction);
        if (given.TryGetValue(direction, out var directed))
            return new FoundDeterminant(direction, directed);
        if (!isImport)
            return null;
        var others = OthersIn(given);
        var sameKind = others.Where(name => IsSameKind(name, meter.Unit)).ToList();
        if (sameKind is [var unit])
            return new FoundDeterminant(unit, given[unit], UnitFacts.Between(unit, meter.Unit));
        return isOneUnit && others is [var only] && !IsOtherKind(only, meter.Unit)
            ? new FoundDeterminant(only, given[only])
            : null;
    }

    // Where a charge is for that very unit, it is of another fuel, such as kWh of electricity beside therms of gas.
    private bool IsSameKind(string name, string unit) => UnitFacts.Between(name, unit) is not null
        && (!_units.Contains(name) || UnitConversion.Exponent(name, unit) is not null);

    // A word that is no unit may mean anything, also the unit.
    private static bool IsOtherKind(string name, string unit) => UnitFacts.IsUnit(name) && UnitFacts.IsUnit(unit);

    private List<string> OthersIn(ImmutableSortedDictionary<string, DeterminantQuantity> given) =>
        [.. given.Keys.Where(name => !_codes.Contains(name) && name != WordOf(Direction.Export))];

    private bool IsOneUnit<T>(Func<T, MeterSelection> meter)
        where T : Charge =>
        tariff.Versions.SelectMany(static version => version.Charges).OfType<T>().Select(meter)
            .Where(static selection => selection is { Direction: Direction.Import, Channels.IsEmpty: true })
            .Select(static selection => selection.Unit).Distinct(StringComparer.Ordinal).Count() <= 1;

    private void Refuse(
        DeterminantPeriod period,
        string charge,
        MeterSelection meter,
        string what,
        ImmutableSortedDictionary<string, DeterminantQuantity> given)
    {
        if (meter is { Direction: Direction.Import, Channels.IsEmpty: true }
            && OthersIn(given) is [var other] && IsOtherKind(other, meter.Unit))
        {
            holds.Add("unit-mismatch",
                $"Charge {charge} is priced per {meter.Unit}, but the determinants of {period.Days} are in {other}.");
            return;
        }
        IEnumerable<string> ways = meter.Channels.IsEmpty
            ? [charge, meter.Unit, WordOf(meter.Direction)]
            : [charge, .. meter.Channels];
        holds.Add("no-read",
            $"The determinants of {period.Days} hold no {what} of charge {charge}: it is looked for under"
            + $" {string.Join(", ", ways)}.");
    }

    private static string WordOf(Direction direction) => direction == Direction.Import ? "import" : "export";
}
