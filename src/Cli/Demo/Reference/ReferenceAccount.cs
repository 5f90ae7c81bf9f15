using System.Collections.Immutable;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>An account for a service point of the real files.</summary>
/// <param name="Point">Service point.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="TariffId">Tariff.</param>
/// <param name="Boundaries">Its period boundaries.</param>
internal sealed record ReferenceAccount(
    SurveyedPoint Point, string CycleId, string TariffId, ImmutableArray<DateOnly> Boundaries)
{
    /// <summary>The header of the customers and contracts file.</summary>
    public const string Header =
        "entity,customer,name,email,phone,address,account,cycle,terms_days,contract,tariff,starts_on,ends_on,"
        + "service_point,meter,measure,channel,unit,direction,interval_minutes,offset_minutes,digits,multiplier";

    public string AccountId => "A-" + Point.Id;

    /// <summary>Its row of the customers and contracts file.</summary>
    public string Row
    {
        get
        {
            var (meter, measure, channel, unit, shape) = Metered;
            return string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{Point.Market},C-{Point.Id},Customer at {Point.Id},,,,"
                + $"{AccountId},{CycleId},14,K-{Point.Id},{TariffId},"
                + $"{Boundaries[0]:yyyy-MM-dd},{Boundaries[^1]:yyyy-MM-dd},"
                + $"{Point.Id},{meter},{measure},{channel},{unit},"
                + $"import,{shape}");
        }
    }

    private (string Meter, string Measure, string Channel, string Unit, string Shape) Metered
    {
        get
        {
            if (Point.EnergyChannels is [var channel, ..])
                return (Point.Serial, "interval", channel.Id, channel.Unit,
                    $"{channel.IntervalMinutes},{channel.OffsetMinutes},,");
            var register = Point.EnergyRegisters[0];
            return (register.MeterSerial, "register", register.Id, register.Unit, $",,{register.Digits},1");
        }
    }
}
