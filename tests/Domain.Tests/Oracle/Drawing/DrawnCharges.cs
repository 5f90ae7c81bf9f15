using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.Recurring;
using NodaTime;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>The charges of one version, in the order of the bill.</summary>
internal sealed class DrawnCharges(Draw draw, BillShape shape)
{
    private const string Unit = "kWh";

    private readonly DrawnPrices _prices = new(draw);
    private readonly List<Charge> _charges = [];
    private string? _demand;

    /// <summary>The charges; some depend on those before them.</summary>
    public ImmutableArray<Charge> Draw()
    {
        if (draw.Chance(80))
            AddFixed("base");
        if (shape.IsMetered)
            AddMetered();
        if (shape.HasNetting)
            AddNetting();
        if (shape.HasCalls)
            _charges.AddRange(new DrawnCalls(draw, shape).Charges());
        if (shape.HasEvents)
            _charges.AddRange(new DrawnEvents(draw, shape.Calendars[0].Id).Charges(Head));
        if (shape.HasSubscription)
            AddSubscription();
        if (_charges.Count == 0 || draw.Chance(25))
            AddFixed("extra");
        AddDependent();
        if (draw.Chance(20))
            AddRounding();
        return [.. _charges];
    }

    private ChargeHead Head(string code) => new(code, code, draw.OneOf("a", "b", "none"));

    // Riders have days of their own.
    private ChargeHead Rider(string code)
    {
        var head = Head(code);
        if (draw.Chance(15))
        {
            draw.Reached.Add("rider with days of its own");
            var from = shape.Cycle.From.PlusDays(draw.Between(-10, shape.Cycle.Days - 2));
            var until = from.PlusDays(draw.Between(1, 40));
            head = head with { ValidFrom = from, ValidUntil = draw.Chance(50) ? null : until };
        }
        if (draw.Chance(6))
        {
            draw.Reached.Add("rider of a season");
            head = head with
            {
                Yearly = [new AnnualSpan(new(draw.Between(1, 12), draw.Between(1, 28)), new(draw.Between(1, 12), 15))],
            };
        }
        return head;
    }

    private Factor? Times() => draw.Below(6) switch
    {
        0 => draw.Reach("times a number", new Factor(draw.Between(0, 9), null, "lamp")),
        1 => draw.Reach("times an option", new Factor(null, "items", "item")),
        _ => null,
    };

    private void AddFixed(string code)
    {
        var per = draw.OneOf(ChargePer.Day, ChargePer.Month, ChargePer.Month, ChargePer.Year, ChargePer.Bill);
        draw.Reached.Add($"fixed per {per}");
        var used = _charges.Find(static charge => charge is Charge.Usage);
        _charges.Add(new Charge.Fixed(Rider(code), per, draw.OneOf(_prices.Price(), draw.Number(99_999, 2)))
        {
            Times = Times(),
            OnlyIfUsed = used is not null && draw.Chance(20) ? draw.Reach<ImmutableArray<string>>(
                "only if used", [used.Head.Code]) : [],
        });
    }

    private void AddMetered()
    {
        if (!shape.HasDeterminants && draw.Chance(45))
            AddDemand("demand", null);
        if (_demand is not null && draw.Chance(20))
            AddDemand("beyond", draw.Reach("demand over another", _demand));
        var group = draw.Chance(10) ? draw.Reach("tiers of a group", "group") : null;
        for (var i = draw.Between(1, 3); i > 0; i--)
        {
            var usage = new Charge.Usage(Rider($"energy{i}"), Meter(), UsagePrice(group));
            // What goes beyond is compared with the first as it is metered.
            var isConverted = i > 1 && !shape.HasDeterminants;
            if (isConverted && draw.Chance(30))
            {
                if (usage.Price is PriceModel.PerWindow)
                    draw.Reached.Add("converted windows");
                usage = Converted(usage);
            }
            _charges.Add(usage);
        }
        if (!shape.HasDeterminants && draw.Chance(15))
            _charges.Add(new Charge.Usage(Rider("excess"), Meter(), _prices.Excess(shape.Calendars[0])));
    }

    private MeterSelection Meter() =>
        new(Direction.Import, draw.Chance(15) && !shape.HasDeterminants ? ["E1"] : [], Unit);

    // Losses that may change inside the bill, and a loss of heat.
    private Charge.Usage Converted(Charge.Usage usage)
    {
        var losses = new ConversionFactor("losses", [new FactorValue(null, 1m + draw.Number(900, 4))], null);
        if (draw.Chance(50))
        {
            losses = draw.Reach("factor that changes", losses with
            {
                Values = losses.Values.Add(new FactorValue(
                    shape.Cycle.From.PlusDays(draw.Between(-3, shape.Cycle.Days + 3)), 1m + draw.Number(900, 4))),
            });
        }
        return usage with
        {
            Meter = usage.Meter with { Unit = draw.Reach("conversion", draw.OneOf(Unit, "MJ")) },
            Conversion = new QuantityConversion(
                Unit, draw.Chance(30) ? [losses, new ConversionFactor("heat", [new(null, 0.9m)], null)] : [losses],
                null),
        };
    }

    private PriceModel UsagePrice(string? group) => draw.Below(11) switch
    {
        10 => _prices.PerWindow(draw.OneOf(shape.Calendars.AsSpan()), shape.HasDeterminants),
        0 or 1 => _prices.Flat(),
        2 or 3 => _prices.HoursUse(HoursDemand()),
        4 or 5 or 6 => _prices.Tiers(group),
        _ => _prices.TimeOfUse(draw.OneOf(shape.Calendars.AsSpan()), shape.HasDeterminants),
    };

    private HoursUseDemand HoursDemand() => draw.Below(3) switch
    {
        0 when _demand is not null => new(draw.Reach("hours of a billed demand", _demand), null, null),
        1 => new(null, null, draw.Reach("hours of an option", "installed-kw")),
        _ => new(null, draw.Number(80, 1), null),
    };

    private void AddDemand(string code, string? over)
    {
        var calendar = draw.Chance(50) ? draw.OneOf(shape.Calendars.AsSpan()) : null;
        var price = calendar is null
            ? (draw.Chance(40) ? _prices.DemandTiers() : _prices.Flat())
            : new PriceModel.TimeOfUse(calendar.Id,
            [
                .. calendar.Periods.Select(name => new PeriodPrice(
                    name, draw.Chance(15) ? _prices.DemandTiers() : _prices.Flat())),
            ]);
        draw.Reached.Add(calendar is null ? "demand" : "demand by period");
        _charges.Add(new Charge.Demand(Head(code), new(Direction.Import, [], "kW"), shape.DemandWindow(draw), price)
        {
            Terms = WithPer(
                over is null && calendar is null && draw.Chance(30) ? EventTerms() : Terms(calendar, over)),
        });
        _demand = code;
    }

    private DemandTerms Terms(TimeOfUseCalendar? calendar, string? over)
    {
        var terms = PlainTerms(calendar, over);
        if (terms.Basis == DemandBasis.Highest && !shape.HasDeterminants && draw.Chance(30))
            terms = terms with { Mean = Mean() };
        return terms.Basis == DemandBasis.Highest && draw.Chance(25)
            ? terms with
            {
                Ratchet = null,
                Rolling = draw.Reach("mean of months", new RollingMean(
                    draw.Between(2, 4), draw.Chance(50) ? draw.Number(30, 1) : null)),
            }
            : terms;
    }

    private DemandMean Mean() => draw.Chance(60)
        ? draw.Reach("mean of highest days", new DemandMean(draw.Between(1, 4), true))
        : draw.Reach("mean of highest windows", new DemandMean(draw.Between(1, 9), false));

    private DemandTerms PlainTerms(TimeOfUseCalendar? calendar, string? over) => new()
    {
        Basis = draw.Chance(12) ? draw.Reach("demand of each day", DemandBasis.Daily) : DemandBasis.Highest,
        Ratchet = draw.Chance(35)
            ? draw.Reach("ratchet", new Ratchet(draw.Between(40, 100), draw.Between(1, 12))
            {
                CountsAllPeriods = draw.Chance(30),
                AppliesTo = calendar is not null && draw.Chance(30) ? [calendar.Periods[0]] : [],
            })
            : null,
        Least = draw.Chance(15) ? draw.Reach<decimal?>("least demand", draw.Number(60, 1)) : null,
        ContractPercent = draw.Chance(15) ? draw.Reach<decimal?>("contract demand", draw.Between(30, 100)) : null,
        Over = over,
        Weights = !shape.HasDeterminants && draw.Chance(25) ? Weights() : null,
        OverPercent = over is not null && draw.Chance(50)
            ? draw.Reach("demand over a percentage of another", draw.OneOf(62m, 33.5m, 120m))
            : 100m,
    };

    private DemandWeights Weights()
    {
        var calendar = draw.OneOf(shape.Calendars.AsSpan());
        return draw.Reach("weights of hours", new DemandWeights(calendar.Id,
        [
            new PeriodWeight(calendar.Periods[0], draw.OneOf(0.5m, 0m, 1.25m)),
            new PeriodWeight(calendar.Periods[^1], draw.OneOf(0.75m, 2m)),
        ]));
    }

    private DemandTerms WithPer(DemandTerms terms) => terms.Basis == DemandBasis.Daily || draw.Chance(75)
        ? terms
        : terms with { Per = draw.OneOf(draw.Reach("demand per day", ChargePer.Day), ChargePer.Year) };

    private DemandTerms EventTerms()
    {
        draw.Reached.Add("coincident demand");
        return new DemandTerms
        {
            Basis = DemandBasis.Coincident,
            Events = DrawnCalledHours.List,
            Combine = draw.OneOf<CoincidentRule?>(
                null, CoincidentRule.Highest, CoincidentRule.Mean, CoincidentRule.Sum),
            LookBack = draw.Chance(70) ? LookBack() : null,
            Least = draw.Chance(15) ? draw.Number(60, 1) : null,
        };
    }

    // The first bills of a row are measured, later ones billed by them.
    private CoincidentLookBack LookBack()
    {
        draw.Reached.Add("coincident demand of earlier events");
        var until = shape.Cycle.Until.PlusDays(draw.Between(-2, 2));
        return new CoincidentLookBack(
            new AnnualSpan(
                DrawnCalledHours.DateOf(shape.Cycle.From.PlusDays(draw.Between(-3, 1))),
                DrawnCalledHours.DateOf(until)),
            DrawnCalledHours.DateOf(until.PlusDays(draw.Between(0, 4))));
    }

    private void AddNetting()
    {
        if (draw.Chance(60))
            AddEnergyNetting();
        else
            AddMoneyNetting();
    }

    private void AddEnergyNetting()
    {
        var calendar = draw.Chance(60) ? shape.Calendars[0] : null;
        draw.Reached.Add(calendar is null ? "energy netting" : "energy netting by period");
        var terms = new EnergyNettingTerms(
            new NettingMeters(Unit, [], []), calendar?.Id, [],
            draw.OneOf<NettingSharing?>(null, NettingSharing.Period, NettingSharing.Total),
            draw.OneOf<NettingOrder?>(null, NettingOrder.InOrder, NettingOrder.ProRata), Bank(isMoney: false));
        _charges.Add(new Charge.EnergyNetting(Head("netting"), terms));
        var price = calendar is not null && draw.Chance(70)
            ? _prices.TimeOfUse(calendar, isNetted: true)
            : draw.OneOf(_prices.Flat(), _prices.TiersLike(ChargePer.Month, TierMode.Graduated));
        _charges.Add(new Charge.Usage(Head("net-use"), new(Direction.Import, [], Unit), price) { Netted = "netting" });
        if (draw.Chance(30))
        {
            draw.Reached.Add("net delivery paid");
            _charges.Add(new Charge.Usage(Head("net-feed"), new(Direction.Export, [], Unit), _prices.Flat())
            {
                Netted = "netting",
            });
        }
    }

    private void AddMoneyNetting()
    {
        draw.Reached.Add("money netting");
        _charges.Add(new Charge.Usage(Head("use"), new(Direction.Import, [], Unit), _prices.Flat()));
        _charges.Add(new Charge.Usage(
            Head("feed-in"), new(Direction.Export, [], Unit), draw.OneOf(_prices.Flat(), _prices.Tiers())));
        var bank = Bank(isMoney: true);
        var settle = bank.Usable == CreditUse.NextBill
            ? SettleRule.Bill
            : draw.OneOf<SettleRule?>(null, SettleRule.Bill, SettleRule.Year);
        _charges.Add(new Charge.MoneyNetting(
            Head("credit"),
            new MoneyNettingTerms(
                draw.OneOf(ChargeSelection.All, new ChargeSelection(["use", "feed-in"], [])), settle,
                bank.Surplus == SurplusRule.PayNetUse ? new NettingMeters(Unit, [], []) : null, bank)));
    }

    private BankTerms Bank(bool isMoney)
    {
        var surplus = draw.OneOf<SurplusRule?>(
            null, SurplusRule.Carry, SurplusRule.Forfeit, SurplusRule.Pay,
            isMoney ? SurplusRule.PayNetUse : SurplusRule.Pay);
        draw.Reached.Add($"surplus {surplus}");
        return new BankTerms(
            draw.OneOf<CreditUse?>(null, CreditUse.SameBill, CreditUse.NextBill),
            draw.OneOf<int?>(null, 0, 1),
            draw.Chance(60) ? Anniversary() : null,
            surplus,
            draw.OneOf<decimal?>(null, 0.0451m));
    }

    private AnnualDate Anniversary()
    {
        var near = shape.Cycle.From.PlusDays(draw.Between(0, 50));
        return new AnnualDate(near.Month, Math.Min(28, near.Day));
    }

    private void AddSubscription()
    {
        for (var i = draw.Between(1, 2); i > 0; i--)
        {
            var item = draw.OneOf(null, "seat", "site");
            draw.Reached.Add(item is null ? "subscription" : "subscription by quantity");
            _charges.Add(new SubscriptionCharge(
                Rider($"plan{i}"), item, BillingInterval.Month, _prices.OfQuantity(), draw.Chance(50)));
        }
    }

    private void AddDependent()
    {
        for (var i = draw.OneOf(0, 0, 1, 2); i > 0; i--)
        {
            draw.Reached.Add("percentage");
            _charges.Add(new Charge.Percentage(Rider($"percent{i}"), draw.Between(-300, 300) / 10m, Selection())
            {
                Least = draw.Chance(15) ? draw.Reach<decimal?>("least of a percentage", draw.Number(500, 2)) : null,
                Most = draw.Chance(20) ? draw.Reach<decimal?>("most of a percentage", 5m + draw.Number(900, 2)) : null,
                Counts = draw.OneOf<PercentageBase?>(null, PercentageBase.Sequence, PercentageBase.Original),
            });
        }
        if (draw.Chance(25))
        {
            _charges.Add(new Charge.Minimum(
                Rider("minimum"), draw.OneOf(ChargePer.Day, ChargePer.Month, ChargePer.Year, ChargePer.Bill),
                0.01m + draw.Number(90_000, 2), Selection())
            {
                Times = Times(),
                Counts = draw.OneOf<MinimumBase?>(null, MinimumBase.Net, MinimumBase.Charges),
            });
        }
        if (draw.Chance(20))
        {
            _charges.Add(new Charge.Maximum(
                Rider("maximum"), draw.OneOf(ChargePer.Month, ChargePer.Bill), draw.Number(30_000, 2), Selection()));
        }
    }

    private void AddRounding()
    {
        _charges.Add(new Charge.Rounded(
            Rider("rounded"),
            new MultipleRounding(
                draw.OneOf(10m, 1m, 0.05m, 0.1m, 5m),
                draw.OneOf(RoundingMethod.Half, RoundingMethod.Up, RoundingMethod.Down)),
            Selection())
        {
            Counts = draw.Chance(50)
                ? draw.Reach("exact sum to a multiple", RoundingBase.Exact)
                : draw.Reach("sum of lines to a multiple", RoundingBase.Rounded),
        });
    }

    private ChargeSelection Selection()
    {
        if (draw.Chance(50))
            return ChargeSelection.All;
        var codes = _charges.Select(static charge => charge.Head.Code).ToList();
        return draw.Chance(50)
            ? new ChargeSelection([codes[draw.Below(codes.Count)], codes[^1]], [])
            : new ChargeSelection([], [codes[draw.Below(codes.Count)]]);
    }
}
