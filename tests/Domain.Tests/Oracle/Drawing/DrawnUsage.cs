using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>Interval days and determinants of a bill.</summary>
internal sealed class DrawnUsage(Draw draw, BillShape shape)
{
    private const int MinutesPerDay = 1440;

    public ContractUsage Intervals(ImmutableArray<Channel> channels, Period service)
    {
        var days = ImmutableArray.CreateBuilder<IntervalDay>();
        foreach (var channel in channels)
        {
            for (var day = service.From.PlusDays(-1); day <= service.Until; day = day.PlusDays(1))
                days.Add(Day(channel, day));
        }
        var meter = new Meter("S1", service.From.PlusYears(-1), null, [], channels);
        return new ContractUsage(new ServicePoint("SP1", "LE1", [meter]), days.ToImmutable(), []);
    }

    public ImmutableArray<Channel> Channels()
    {
        var minutes = shape.IntervalMinutes;
        var standard = shape.Zone.GetUtcOffset(Instant.FromUtc(2025, shape.Zone.Id.StartsWith(
            "Australia", StringComparison.Ordinal) ? 7 : 1, 5, 0, 0)).Seconds / 60;
        var offset = standard % minutes == 0 && draw.Chance(40) ? 0 : standard;
        var channels = ImmutableArray.CreateBuilder<Channel>();
        channels.Add(new Channel("E1", draw.OneOf("kWh", "kWh", "Wh"), Direction.Import, minutes, offset));
        if (draw.Chance(15))
            channels.Add(draw.Reach("two channels", new Channel("E2", "kWh", Direction.Import, minutes, offset)));
        if (shape.HasNetting)
            channels.Add(new Channel("B1", "kWh", Direction.Export, minutes, offset));
        return channels.ToImmutable();
    }

    /// <summary>A determinant for each charge by its code, cut into one or two spans of the service days.</summary>
    public DeterminantUsage Determinants(Tariff tariff, Period service)
    {
        var cut = service.Days > 2 && draw.Chance(40)
            ? service.From.PlusDays(draw.Between(1, service.Days - 1))
            : service.Until;
        var spans = new List<Period> { new(service.From, cut) };
        if (cut < service.Until)
            spans.Add(draw.Reach("two determinants", new Period(cut, service.Until)));
        return new DeterminantUsage([.. spans.Select(span => new DeterminantPeriod(
            span, Quantities(tariff), ImmutableSortedDictionary<string, DeterminantQuantity>.Empty))]);
    }

    private ImmutableSortedDictionary<string, DeterminantQuantity> Quantities(Tariff tariff)
    {
        var quantities = ImmutableSortedDictionary.CreateBuilder<string, DeterminantQuantity>(StringComparer.Ordinal);
        var periods = shape.Calendars.SelectMany(static calendar => calendar.Periods).Distinct().ToList();
        foreach (var usage in tariff.Versions.SelectMany(static version => version.Charges).OfType<Charge.Usage>())
        {
            // Exactly at a limit now and then.
            var limit = usage.Price is PriceModel.Tiers { Steps: [{ UpTo: { } upTo }, ..] } ? upTo : 0m;
            quantities[usage.Head.Code] = IsByPeriod(usage.Price) || draw.Chance(20)
                ? new DeterminantQuantity(null, ImmutableSortedDictionary.CreateRange(
                    StringComparer.Ordinal, periods.Select(name => KeyValuePair.Create(name, Quantity()))))
                : DeterminantQuantity.Of(
                    limit > 0m && draw.Chance(30) ? draw.Reach("quantity at a limit", limit) : Quantity());
        }
        return ByCode(quantities, tariff);
    }

    private static bool IsByPeriod(PriceModel price) =>
        price is PriceModel.TimeOfUse or PriceModel.PerWindow { Price: PriceModel.TimeOfUse };

    // A charge that is by hours in one version needs hours in all of them.
    private ImmutableSortedDictionary<string, DeterminantQuantity> ByCode(
        ImmutableSortedDictionary<string, DeterminantQuantity>.Builder quantities, Tariff tariff)
    {
        var periods = shape.Calendars.SelectMany(static calendar => calendar.Periods).Distinct().ToList();
        foreach (var usage in tariff.Versions.SelectMany(static version => version.Charges).OfType<Charge.Usage>())
        {
            if (IsByPeriod(usage.Price) && quantities[usage.Head.Code].ByPeriod.IsEmpty)
            {
                quantities[usage.Head.Code] = new DeterminantQuantity(null, ImmutableSortedDictionary.CreateRange(
                    StringComparer.Ordinal, periods.Select(name => KeyValuePair.Create(name, Quantity()))));
            }
        }
        return quantities.ToImmutable();
    }

    private decimal Quantity() => draw.OneOf(0m, draw.Number(2_000, 0), draw.Number(1_500_000, 3));

    private IntervalDay Day(Channel channel, LocalDate day)
    {
        var count = MinutesPerDay / channel.IntervalMinutes;
        var scale = channel.Unit == "Wh" ? 0 : draw.OneOf(2, 3, 3);
        var most = draw.OneOf(1, 900, 3000);
        var values = ImmutableArray.CreateBuilder<long>(count);
        for (var i = 0; i < count; i++)
            values.Add(draw.Below(most));
        return new IntervalDay(
            "SP1", channel.Id, day, channel.IntervalMinutes, channel.OffsetMinutes, channel.Unit, scale,
            values.MoveToImmutable(), [new QualityRun(1, count, ReadQuality.Actual)], 1, new SourceReference("I1", 1));
    }
}
