using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating.Demands;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;

namespace BillingActors.Domain.Rating.Offline;

/// <summary>What a tariff looks at, so that usage without units can be understood.</summary>
public sealed class TariffMeters
{
    private const string Energy = "kWh";
    private readonly ImmutableArray<MeterSelection> _selections;

    private TariffMeters(ImmutableArray<MeterSelection> selections) => _selections = selections;

    /// <summary>
    /// The unit that is meant where none is named: that of the first charge for what was taken, for energy before all.
    /// </summary>
    public string Unit
    {
        get
        {
            var taken = _selections.Where(static meter => meter.Direction == Direction.Import)
                .Select(static meter => meter.Unit).ToList();
            return taken.Find(static unit => UnitConversion.Exponent(unit, Energy) is not null)
                ?? taken.FirstOrDefault() ?? Energy;
        }
    }

    /// <summary>Units that its charges count in, energy in the place of power.</summary>
    public IEnumerable<string> Units =>
        _selections.Select(static meter => meter.Unit).Distinct(StringComparer.Ordinal);

    /// <summary>The meters that the charges of all versions of a tariff look at; power as its energy.</summary>
    public static TariffMeters Of(Tariff tariff) =>
        new([.. tariff.Versions.SelectMany(static version => version.Charges).SelectMany(MetersOf)]);

    /// <summary>The first charge's view of a channel that it names; null where no charge names it.</summary>
    public MeterSelection? Naming(string channel) =>
        _selections.FirstOrDefault(meter => meter.Channels.Contains(channel, StringComparer.Ordinal));

    /// <summary>The spelling of a unit that fits one of the charges, or null.</summary>
    public string? Spelling(string word)
    {
        foreach (var unit in Units)
        {
            if (string.Equals(unit, word, StringComparison.OrdinalIgnoreCase))
                return unit;
            if (UnitFacts.Between(word, unit) is not null)
                return word;
        }
        return null;
    }

    private static IEnumerable<MeterSelection> MetersOf(Charge charge) => charge switch
    {
        Charge.Usage usage => [usage.Meter with { Unit = usage.Conversion?.From ?? usage.Meter.Unit }],
        Charge.Demand demand => MetersOf(demand.Meter),
        Charge.Percentage { PowerFactor: { } terms } =>
        [
            new MeterSelection(Direction.Import, [], Energy),
            new MeterSelection(Direction.Import, terms.Channels, PowerUnits.ReactiveOf(Energy)),
        ],
        Charge.EnergyNetting netting => MetersOf(netting.Terms.Meters),
        Charge.MoneyNetting { Terms.Meters: { } meters } => MetersOf(meters),
        _ => [],
    };

    private static IEnumerable<MeterSelection> MetersOf(MeterSelection power) =>
    [
        power with { Unit = PowerUnits.EnergyOf(power.Unit) },
        power with { Unit = PowerUnits.RealOf(power.Unit) },
        power with { Unit = PowerUnits.ReactiveOf(power.Unit), Channels = [] },
    ];

    private static IEnumerable<MeterSelection> MetersOf(NettingMeters meters) =>
    [
        new MeterSelection(Direction.Import, meters.Import, meters.Unit),
        new MeterSelection(Direction.Export, meters.Export, meters.Unit),
    ];
}
