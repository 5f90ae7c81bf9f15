using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace Formats.Tests.Tariffs;

/// <summary>Bills of the engine for the twelve months of a year, in cents.</summary>
internal static class EngineBills
{
    private static readonly LocalDate Begin = new(LoadYear.Year, 1, 1);

    /// <summary>
    /// The totals of all bills, each of one or more months; a tariff with problems or a held bill fails.
    /// </summary>
    public static long[] Of(TariffDocument document, LoadYear year, bool withExport = false, int months = 1)
    {
        var mapped = TariffMapping.ToDomain(document);
        Assert.Empty(mapped.Problems);
        var usage = UsageOf(year, withExport);
        return [.. Enumerable.Range(0, 12 / months)
            .Select(bill => Total(mapped.Tariff!, usage, (bill * months, months)))];
    }

    /// <summary>The unrounded totals of the twelve months.</summary>
    public static decimal[] ExactOf(TariffDocument document, LoadYear year)
    {
        var mapped = TariffMapping.ToDomain(document);
        Assert.Empty(mapped.Problems);
        var usage = UsageOf(year, withExport: false);
        return [.. Enumerable.Range(0, 12).Select(month =>
            Rate(mapped.Tariff!, usage, (month, 1)).Lines.Sum(static line => line.ExactAmount))];
    }

    private static long Total(Tariff tariff, ContractUsage usage, (int First, int Count) months) =>
        Rate(tariff, usage, months).Lines.Sum(static line => line.Amount.Minor);

    private static RatingResult Rate(Tariff tariff, ContractUsage usage, (int First, int Count) months)
    {
        var cycle = new Period(Begin.PlusMonths(months.First), Begin.PlusMonths(months.First + months.Count));
        var days = usage.Days.Where(day => day.Day >= cycle.From && day.Day < cycle.Until).ToImmutableArray();
        var result = ContractRating.Rate(new RatingRequest(
            "C1", tariff, cycle, cycle, usage with { Days = days }, [], 5, tariff.Currency, DateTimeZone.Utc));
        Assert.Empty(result.Holds);
        return result;
    }

    private static ContractUsage UsageOf(LoadYear year, bool withExport)
    {
        var channels = ImmutableArray.CreateBuilder<Channel>();
        var days = ImmutableArray.CreateBuilder<IntervalDay>();
        Add(new Channel("E1", "kWh", Direction.Import, year.Minutes, 0), year.Taken);
        Add(new Channel("Q1", "kVArh", Direction.Import, year.Minutes, 0), year.Reactive);
        if (withExport)
            Add(new Channel("B1", "kWh", Direction.Export, year.Minutes, 0), year.FedIn);
        var meter = new Meter("M1", Begin, null, [], channels.ToImmutable());
        return new ContractUsage(new ServicePoint("SP1", "LE1", [meter]), days.ToImmutable(), []);

        void Add(Channel channel, ImmutableArray<long> values)
        {
            channels.Add(channel);
            for (var day = 0; day < values.Length / year.PerDay; day++)
            {
                days.Add(new IntervalDay(
                    "SP1", channel.Id, Begin.PlusDays(day), year.Minutes, 0, channel.Unit, 3,
                    values.Slice(day * year.PerDay, year.PerDay), [new QualityRun(1, year.PerDay, ReadQuality.Actual)],
                        1,
                    new SourceReference("load", day + 1)));
            }
        }
    }
}
