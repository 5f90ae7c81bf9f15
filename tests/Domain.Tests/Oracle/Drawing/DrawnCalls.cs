using System.Collections.Immutable;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>Call plans, allowances and the calls of a bill.</summary>
internal sealed class DrawnCalls(Draw draw, BillShape shape)
{
    public const string Subscriber = "491701";

    private static readonly string[] _prefixes = ["49", "491", "4930", "1", "1212", "33", "339", "86", "900"];
    private static readonly string[] _numbers =
        ["4930123", "+4916012", "491234", "12125550", "14165550", "33123", "339876", "8610", "9001", "9779"];

    public IEnumerable<Charge> Charges()
    {
        yield return new Charge.Calls(new ChargeHead("voice", "voice", "a"), Plan("call", "minute"));
        if (!shape.HasData)
            yield break;
        draw.Reached.Add("data");
        yield return new Charge.Calls(new ChargeHead("data", "data", "b"), Plan("data", draw.OneOf("MB", "GiB")));
    }

    /// <summary>Allowances of a version; where versions change, none, since each part would be granted apart.</summary>
    public ImmutableArray<BucketRule> Buckets(bool isSplit)
    {
        if (!shape.IsOneVersion || !shape.HasCalls)
            return [];
        var rules = ImmutableArray.CreateBuilder<BucketRule>();
        if (draw.Chance(50))
        {
            rules.Add(new BucketRule("minutes", "minutes", "minute", draw.Between(0, 25), BucketSpan.Period)
            {
                IsProrated = !isSplit && draw.Chance(50),
                CoversConnect = draw.Chance(60),
                Increment = draw.OneOf<decimal?>(null, null, 60m),
                Priority = draw.Between(0, 1),
            });
        }
        if (draw.Chance(25))
        {
            rules.Add(new BucketRule("daily", "daily", "minute", draw.Between(1, 6), BucketSpan.Day)
            {
                Destinations = draw.OneOf<ImmutableArray<string>>([], ["local"], ["abroad"]),
            });
        }
        if (draw.Chance(30))
            rules.Add(new BucketRule("credit", "credit", shape.Currency.Code, draw.Number(300, 1), BucketSpan.Once));
        foreach (var rule in rules)
            draw.Reached.Add($"allowance {rule.Id}");
        return rules.ToImmutable();
    }

    public ImmutableArray<CallRecord> Records(Period service)
    {
        if (!shape.HasCalls)
            return [];
        var start = shape.Zone.AtStartOfDay(service.From).ToInstant();
        var length = (int)(shape.Zone.AtStartOfDay(service.Until).ToInstant() - start).TotalSeconds;
        var records = ImmutableArray.CreateBuilder<CallRecord>();
        for (var i = draw.Below(9); i > 0; i--)
        {
            var at = start + Duration.FromSeconds(draw.Below(length));
            var isCall = !shape.HasData || draw.Chance(70);
            var record = new CallRecord(
                $"{i:D3}", at, isCall ? Seconds() : draw.Between(0, 40) * 100_000m, Subscriber,
                draw.OneOf(_numbers.AsSpan()), CallDirection.Out)
            {
                Event = isCall ? "call" : "data",
                Network = draw.Chance(10) ? draw.Reach("roaming", draw.OneOf("net-a", "net-b")) : null,
            };
            if (isCall && draw.Chance(10))
                record = draw.Reach("received", Received(record));
            if (isCall && record.Direction == CallDirection.Out && draw.Chance(12))
                record = record with { Session = $"s{i} {service}" };
            records.Add(record);
            var isInside = at + Duration.FromHours(1) < start + Duration.FromSeconds(length);
            for (var more = record.Session is null || !isInside ? 0 : draw.Between(1, 3); more > 0; more--)
                records.Add(record = Continuation(record));
        }
        return records.ToImmutable();
    }

    private static CallRecord Received(CallRecord record) => record with
    {
        Direction = CallDirection.In,
        From = record.To,
        To = Subscriber,
        Network = null,
    };

    private int Seconds() => draw.OneOf(0, draw.Between(1, 59), draw.Between(1, 350), draw.Between(60, 200));

    private CallRecord Continuation(CallRecord record) => draw.Reach("continuation", record with
    {
        Id = $"{record.Id}+",
        Start = record.Start + Duration.FromSeconds((long)record.Quantity),
        Quantity = Seconds(),
        IsContinuation = true,
        To = draw.Chance(50) ? record.To
            : draw.Reach("session of several destinations", draw.OneOf(_numbers.AsSpan())),
    });

    private CallPlan Plan(string name, string unit)
    {
        var measure = CallUnit.Find(unit)!;
        var calendar = draw.Chance(40) ? shape.Calendars[0] : null;
        draw.Reached.Add(calendar is null ? "calls" : "calls by hours");
        ImmutableArray<DestinationGroup> groups =
        [
            new("local", [_prefixes[0], _prefixes[draw.Between(1, 2)]]),
            new("abroad", [_prefixes[3], _prefixes[5], draw.OneOf(_prefixes[4], _prefixes[6])]),
            new("premium", ["900"], IsPremium: true),
            new("all", [""]),
        ];
        var rates = ImmutableArray.CreateBuilder<CallRate>();
        foreach (var group in groups)
        {
            rates.Add(Rate(group.Name, measure));
            if (calendar is not null && draw.Chance(60))
                rates.Add(Rate(group.Name, measure) with { Period = draw.OneOf(calendar.Periods.AsSpan()) });
        }
        rates.Add(Rate("all", measure) with { Zone = "near" });
        if (draw.Chance(30))
            rates.Add(draw.Reach("received calls cost", Rate("all", measure) with { Direction = CallDirection.In }));
        return new CallPlan(
            name, measure, groups, rates.ToImmutable(),
            [new RoamingZone("near", ["net-a"], null), new RoamingZone("far", ["net-b"], draw.Between(0, 150))])
        {
            Calendar = calendar?.Id,
        };
    }

    private CallRate Rate(string destination, CallUnit unit)
    {
        var price = draw.OneOf(draw.OneOf(0.10m, 0.05m, 0.15m), draw.Number(1999, draw.Between(2, 4)));
        var (first, next) = unit.Measure == CallUnit.Second
            ? draw.OneOf((60m, 60m), (60m, 1m), (1m, 1m), (30m, 6m), (7m, 3m))
            : draw.OneOf((100_000m, 100_000m), (1_048_576m, 1_048_576m), (1_000_000m, 250_000m));
        var rate = new CallRate(destination, CallStep.Of(price, first, next)) { Connect = draw.OneOf(0m, 0m, 0.05m) };
        if (draw.Chance(15))
            rate = draw.Reach("cheaper after a while", rate with
            {
                Steps = rate.Steps.Add(new CallStep(first * 5m, price / 2m, next)),
            });
        if (draw.Chance(30))
        {
            rate = draw.Reach("rounding of durations by step", rate with
            {
                Steps =
                [
                    .. rate.Steps.Select(step => step with
                    {
                        Durations = draw.OneOf<DurationRounding?>(
                            null, DurationRounding.Up, DurationRounding.Nearest, DurationRounding.Down),
                    }),
                ],
            });
        }
        if (draw.Chance(10))
        {
            rate = draw.Reach("short calls free", rate with
            {
                FreeIfShorterThan = unit.Measure == CallUnit.Second ? draw.Between(5, 90) : 1_000_000m,
            });
        }
        if (draw.Chance(15))
            rate = draw.Reach("price of an attempt", rate with { Attempt = draw.OneOf(0m, 0.04m, 0.125m) });
        if (draw.Chance(15))
            rate = draw.Reach("least of a call", rate with { Least = 0.15m });
        if (draw.Chance(25))
        {
            rate = draw.Reach("most of a call", rate with
            {
                Most = draw.OneOf(0.10m, 0.5m, 2m),
                BeyondMost = draw.OneOf(BeyondMost.Free, BeyondMost.Disconnect),
            });
        }
        return draw.Chance(20)
            ? draw.Reach("rounding of a call", rate with
            {
                Rounding = new CallRounding(
                    draw.OneOf(RoundingMethod.Up, RoundingMethod.Half, RoundingMethod.Down), draw.Between(0, 3)),
            })
            : rate;
    }
}
