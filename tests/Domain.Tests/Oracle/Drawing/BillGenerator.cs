using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>Draws rows of bills: one contract, one tariff, one to four bill periods after each other.</summary>
internal sealed class BillGenerator(ulong seed)
{
    private const int CalendarCount = 60;

    private static readonly string[] _currencies = ["EUR", "USD", "JPY", "KWD", "AUD"];
    private static readonly string[] _zones =
    [
        "Europe/Berlin", "Europe/Berlin", "America/New_York", "America/New_York", "Australia/Lord_Howe",
        "Asia/Kathmandu", "UTC",
    ];

    private static readonly (string Name, string[] Values)[] _settings =
    [
        ("proration", ["actual-days", "thirty-day-month", "whole", "calendar-month", "average-month",
            "thirty-days", "thirty-days"]),
        ("month-days", ["27-33", "28-31", "1-12"]),
        ("tier-decimals", ["0", "1", "3"]),
        ("first-part", ["prorated", "whole", "free"]),
        ("last-part", ["prorated", "whole", "free"]),
        ("inside-change", ["by-days", "price-before", "price-after"]),
        ("tier-limit", ["inclusive", "exclusive"]),
        ("tier-split", ["pro-rata", "time-order"]),
        ("zero-use-fee", ["charged", "free"]),
        ("year-start", ["01-01", "04-01", "07-15"]),
        ("percentage-base", ["sequence", "original"]),
        ("percentage-amounts", ["rounded", "exact"]),
        ("minimum-base", ["net", "charges"]),
        ("demand-window", ["block", "sliding"]),
        ("demand-part", ["prorate", "whole"]),
        ("demand-span", ["bill", "version"]),
        ("demand-step", ["0.1", "0.5", "0.5", "1"]),
        ("demand-rounding", ["nearest", "up", "down"]),
        ("ratchet-own-month", ["out", "in"]),
        ("ratchet-first-year", ["none", "own-month", "contract-demand"]),
        ("excess-step", ["1", "0.5", "0.01"]),
        ("excess-rounding", ["nearest", "up", "down"]),
        ("rolling-first-year", ["known", "least"]),
        ("ratchet-history", ["measured", "billed"]),
        ("coincident-demand", ["highest", "mean", "sum"]),
        ("coincident-first-year", ["none", "contract-demand", "hold"]),
        ("net-metering-sharing", ["period", "total"]),
        ("net-metering-order", ["pro-rata", "in-order"]),
        ("net-metering-credit", ["same-bill", "next-bill"]),
        ("net-metering-settle", ["bill", "year"]),
        ("net-metering-surplus", ["carry", "forfeit", "pay"]),
        ("net-surplus-price", ["0", "0.031", "0.0875"]),
        ("credits-reduce-fixed", ["yes", "no"]),
        ("call-split", ["at-boundary", "rate-of-start"]),
        ("zero-duration", ["free", "connect", "increment"]),
        ("call-steps", ["call", "paid", "paid", "destination", "destination"]),
        ("call-least", ["start", "highest", "highest"]),
        ("duration-rounding", ["up", "nearest", "down"]),
        ("call-rounding", ["half", "up", "down"]),
        ("call-decimals", ["2", "3"]),
        ("increment-rounding", ["half", "up", "down"]),
        ("increment-decimals", ["3", "4"]),
        ("bucket-end", ["whole", "split"]),
        ("call-lines", ["by-call", "by-part"]),
        ("call-increments", ["each-price", "whole-call", "whole-call", "each-part", "each-part"]),
        ("converted-decimals", ["0", "2"]),
        ("converted-rounding", ["total", "interval", "interval"]),
        ("total-least", ["0", "5"]),
        ("total-most", ["30", "100000"]),
        ("total-limits-part", ["whole", "prorated"]),
        ("total-rounding", ["10", "0.05", "1", "0.1"]),
        ("total-rounding-mode", ["half", "up", "down"]),
        ("zero-quantity-fee", ["none", "first-step"]),
    ];

    private readonly ImmutableArray<TimeOfUseCalendar> _calendars = DrawnCalendars.Stock(seed, CalendarCount);

    /// <summary>The requests of a row of bills, without the state that bills leave, and what they reach.</summary>
    public (ImmutableArray<RatingRequest> Bills, HashSet<string> Reached) Row(int number, int length)
    {
        var draw = new Draw(seed, number);
        var shape = Shape(draw);
        var cycles = Cycles(shape.Cycle, length);
        var settings = Settings(draw);
        var tariff = TariffOf(draw, shape, settings.Given.GetValueOrDefault("bucket-end") == "split");
        var channels = new DrawnUsage(draw, shape).Channels();
        var events = ImmutableArray<UsageEvent>.Empty;
        if (shape.HasEvents)
            events = new DrawnEvents(draw).Events(new Period(cycles[0].From, cycles[^1].Until), shape.Zone);
        var bills = cycles.Select(cycle => RequestOf(draw, shape, (tariff, settings), (cycle, channels, events)));
        return ([.. bills], draw.Reached);
    }

    private static RatingRequest RequestOf(
        Draw draw,
        BillShape shape,
        (Tariff Tariff, RatingSettings Settings) rated,
        (Period Cycle, ImmutableArray<Domain.Metering.Channel> Channels, ImmutableArray<UsageEvent> Events) of)
    {
        var service = Service(draw, of.Cycle, shape.Cycle == of.Cycle);
        var usage = new DrawnUsage(draw, shape);
        var needsMeter = (shape.IsMetered && !shape.HasDeterminants) || shape.HasNetting;
        return new RatingRequest(
            "C1", rated.Tariff, of.Cycle, service,
            needsMeter ? usage.Intervals(of.Channels, service) : ContractUsage.None,
            [], 5, shape.Currency, DateTimeZone.Utc)
        {
            Settings = rated.Settings,
            Determinants = shape.HasDeterminants ? usage.Determinants(rated.Tariff, service) : null,
            Calls = new DrawnCalls(draw, shape).Records(service),
            Events = of.Events,
            Quantities = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal, [KeyValuePair.Create("seat", (decimal)draw.Between(0, 30))]),
        };
    }

    private BillShape Shape(Draw draw)
    {
        var zone = DateTimeZoneProviders.Tzdb[draw.OneOf(_zones.AsSpan())];
        var kind = draw.Below(20);
        var isMetered = kind < 12;
        var (isDst, isLong) = (draw.Chance(30), draw.Chance(25));
        var month = new LocalDate(
            draw.Between(2023, 2025), isDst ? draw.OneOf(3, 4, 10, 11) : draw.Between(1, 12), 1);
        var from = month.PlusDays(draw.OneOf(0, 0, draw.Below(31)));
        return new BillShape(
            Currency.Of(draw.OneOf(_currencies.AsSpan())), zone,
            new Period(from, isLong ? draw.OneOf(from.PlusMonths(1), from.PlusDays(draw.Between(28, 36)))
                : from.PlusDays(draw.OneOf(draw.Between(1, 6), draw.Between(5, 12)))),
            Draw.Many(2, _ => draw.OneOf(_calendars.AsSpan())))
        {
            IsMetered = isMetered,
            HasDeterminants = kind < 4,
            HasNetting = kind is >= 10 and < 14,
            HasCalls = kind is >= 14 and < 17 || draw.Chance(8),
            HasData = draw.Chance(50),
            HasEvents = kind is 17 or 18 || draw.Chance(8),
            HasSubscription = kind == 19 || draw.Chance(12),
            IsOneVersion = draw.Chance(65),
            IntervalMinutes = zone.Id == "Australia/Lord_Howe" ? 30 : isLong ? 60 : draw.OneOf(60, 60, 30, 15),
        };
    }

    private static List<Period> Cycles(Period first, int length)
    {
        var cycles = new List<Period> { first };
        while (cycles.Count < length)
        {
            var (days, last) = (first.Days, cycles[^1].Until);
            cycles.Add(new Period(last, days < 28 ? last.PlusDays(days) : last.PlusMonths(1)));
        }
        return cycles;
    }

    private static Period Service(Draw draw, Period cycle, bool isFirst)
    {
        if (!isFirst || draw.Chance(60))
            return draw.Reach("whole periods", cycle);
        var from = cycle.From.PlusDays(draw.Chance(70) ? draw.Below(cycle.Days) : 0);
        var until = draw.Chance(70) ? cycle.Until : from.PlusDays(draw.Between(1, Period(from, cycle.Until)));
        return draw.Reach("parts of periods", new Period(from, until));
    }

    private static int Period(LocalDate from, LocalDate until) => NodaTime.Period.DaysBetween(from, until);

    private static RatingSettings Settings(Draw draw)
    {
        var (items, contract) = (draw.Between(0, 12), draw.Between(1, 8));
        var settings = RatingSettings.Default.With("items", items.ToString(CultureInfo.InvariantCulture), out _)!
            // Steps that whole quantities reach and parts of them fill have tests of their own.
            .With("prorated-steps", "counted", out _)!
            .With("coincident-first-year", "highest", out _)!
            .With("installed-kw", "4.5", out _)!
            .With("contract-demand", contract.ToString(CultureInfo.InvariantCulture), out _)!;
        foreach (var (name, values) in _settings)
        {
            if (!draw.Chance(40))
                continue;
            var value = draw.OneOf(values.AsSpan());
            draw.Reached.Add($"{name} {value}");
            settings = settings.With(name, value, out _)!;
        }
        return settings;
    }

    private static Tariff TariffOf(Draw draw, BillShape shape, bool isSplit)
    {
        var starts = new List<LocalDate> { shape.Cycle.From.PlusDays(-400) };
        if (!shape.IsOneVersion)
        {
            for (var i = draw.OneOf(1, 1, 2); i > 0; i--)
                starts.Add(shape.Cycle.From.PlusDays(draw.Between(0, shape.Cycle.Days + 5)));
            draw.Reached.Add("change of version");
        }
        var ordered = starts.Distinct().Order().ToList();
        var versions = ordered.Select((from, index) => new TariffVersion(
            index + 1, from, null, shape.Calendars.Distinct().ToImmutableArray(),
            new DrawnCharges(draw, shape).Draw(), Taxes(draw))
        {
            Buckets = new DrawnCalls(draw, shape).Buckets(isSplit),
            Events = DrawnCalledHours.Of(draw, shape),
        });
        return new Tariff("drawn", "Drawn", shape.Currency, shape.Zone, [.. versions]);
    }

    private static ImmutableArray<TaxRule> Taxes(Draw draw)
    {
        ImmutableArray<TaxRule> rules =
        [
            new("T1", "T1", draw.Number(2500, 2), ["a", "b"]),
            new("T2", "T2", draw.Number(2500, 2), ["b"], draw.Chance(40)),
        ];
        return draw.Chance(80) ? draw.Reach("taxes", rules) : [.. rules, new("T3", "T3", 7m, ["a"], true)];
    }
}
