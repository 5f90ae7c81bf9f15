using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.Mapping.Subscriptions;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.Tests.Mapping;

/// <summary>Documents of subscriptions and events: samples rate to the cent, what is wrong has its path.</summary>
public sealed class SubscriptionMappingTests
{
    // 17/31 of 29, of 5 × 10 and of 3 × 8, 100 setup, less 20 % of 56.48; then 103 less 20 %.
    [Fact]
    public void Seats_with_a_coupon_are_billed_to_the_cent()
    {
        var bills = Bills("team-seats", """
            {"start":"2025-01-15","billingDay":1,"quantity":"8","until":"2025-03-01",
             "actions":[{"on":"2025-01-15","coupon":"WELCOME20"}]}
            """);
        Assert.Equal([1590L, 2742L, 1316L, 10_000L, -1130L], Minors(bills[0]));
        Assert.Equal([2900L, 5000L, 2400L, -2060L], Minors(bills[1]));
        Assert.Equal(2, bills.Length);
    }

    // The milestones and what is held back of them, which comes with the acceptance.
    [Fact]
    public void A_project_is_billed_by_its_milestones()
    {
        var bills = Bills(
            "project",
            """{"start":"2025-01-01","until":"2025-09-01"}""",
            Event("1", "2025-02-10", "design-accepted"),
            Event("2", "2025-07-15", "final-acceptance"));
        Assert.Equal(
            [("2025-03-01", 900_000L), ("2025-07-01", 1_800_000L), ("2025-08-01", 300_000L)],
            bills.Select(bill => (bill.IssuedOn.ToString("uuuu-MM-dd", null), Minors(bill).Sum())));
    }

    // 2 packages at 2, three free payments and two at 1.30 + 0.25, 10 hours at 0.40, and the rest of the minimum of 50.
    [Fact]
    public void Usage_is_billed_to_the_cent()
    {
        var events = Enumerable.Range(0, 2500).Select(i => Event($"c{i}", "2025-01-10", "api-call"))
            .Concat(Enumerable.Range(0, 5).Select(i =>
                Event($"p{i}", "2025-01-11", "payment") with { Amount = 100m }))
            .Append(Event("h", "2025-01-12", "compute") with
            {
                Quantity = 10m,
                Properties = ImmutableSortedDictionary<string, string>.Empty.Add("region", "eu").Add("size", "large"),
            });
        var january = new Period(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));
        var result = ContractRating.Rate(new RatingRequest(
            "C1", Tariff("api-usage"), january, january,
            new ContractUsage(new ServicePoint("SP1", "LE1", []), [], []), [], 0, Currency.Of("EUR"), DateTimeZone.Utc)
        {
            Events = [.. events],
        });
        Assert.Empty(result.Holds);
        Assert.Equal([400L, 0L, 260L, 50L, 400L, 3890L], result.Lines.Select(line => line.Amount.Minor));
    }

    [Fact]
    public void What_happens_is_read_with_its_time_its_effect_and_its_announcement()
    {
        var life = Mapped("""
            {"start":"2025-01-31","billingDay":31,"until":"2025-12-31","per":"quarter",
             "settings":{"part-count":"seconds"},
             "quantities":{"seat":"4"},
             "overrides":[{"charge":"base","price":{"kind":"flat","price":"19.00"}}],
             "actions":[{"on":"2025-02-10T12:00:00","change":"team-seats","quantity":"5","item":"seat"},
              {"on":"2025-03-10","cancel":true,"at":"period-end","credit":false,"announced":"2025-03-20"}]}
            """).Request!;
        Assert.Equal(
            [
                new SubscriptionAction.Change(new LocalDateTime(2025, 2, 10, 12, 0), "team-seats"),
                new SubscriptionAction.Quantity(new LocalDateTime(2025, 2, 10, 12, 0), 5m, "seat"),
                new SubscriptionAction.Cancel(new LocalDateTime(2025, 3, 10, 0, 0), UnusedCredit.None)
                {
                    Announced = new LocalDate(2025, 3, 20),
                    Effect = EffectOn.PeriodEnd,
                },
            ],
            life.Life.Actions.ToArray());
        Assert.Equal(PartCounting.Seconds, life.Settings.Of(SubscriptionSettings.Counting));
        Assert.Equal(("quarter", 4m), (life.Life.Cycle.ToString(), life.Life.Quantities["seat"]));
        Assert.Single(life.Overrides);
    }

    [Theory]
    [InlineData("""{"start":"2025-1-31","until":"2025-12-31"}""", "start", "unknown-word")]
    [InlineData(
        """{"start":"2025-01-31","until":"2025-12-31","settings":{"x":"y"}}""", "settings/x", "unknown-setting")]
    [InlineData(
        """{"start":"2025-01-31","until":"2025-12-31","actions":[{"on":"2025-02-01"}]}""", "actions/0", "required")]
    [InlineData(
        """{"start":"2025-01-31","until":"2025-12-31","actions":[{"on":"2025-02-01","cancel":true,"at":"soon"}]}""",
        "actions/0/at", "unknown-word")]
    public void What_cannot_be_read_has_its_path(string json, string path, string rule)
    {
        var problem = Assert.Single(Mapped(json).Problems);
        Assert.Equal((path, rule), (problem.Path, problem.Rule));
    }

    [Theory]
    [InlineData("events", """ "unit":"u","aggregation":"mean","price":{"kind":"flat","price":"1"} """, "aggregation")]
    [InlineData("events", """
        "unit":"u","aggregation":"count","price":{"kind":"percentage","percent":"1"}
        """, "aggregation")]
    [InlineData("events", """
        "unit":"u","aggregation":"max","per":"event","price":{"kind":"flat","price":"1"}
        """, "per")]
    [InlineData("subscription", """ "per":"fortnight","price":{"kind":"flat","price":"1"} """, "per")]
    [InlineData("subscription", """ "per":"month","price":{"kind":"percentage","percent":"1"} """, "price")]
    [InlineData("subscription", """ "per":"month","price":{"kind":"volume","steps":[{"price":"1","upTo":"5"}]} """,
        "price/steps/0/upTo")]
    [InlineData("subscription", """ "per":"month","price":{"kind":"package","size":"0","price":"1"} """, "price/size")]
    [InlineData("commitment", """ "per":"year","shortfallPrice":"1" """, "amount")]
    [InlineData("milestone", """ "amount":"1" """, "on")]
    [InlineData("discount", """ "percent":"1","amount":"1" """, "percent")]
    [InlineData("discount", """ "percent":"1","of":["b"] """, "of")]
    [InlineData("usage", """
        "direction":"import","unit":"kWh","price":{"kind":"package","size":"1","price":"1"}
        """, "price")]
    public void A_charge_that_cannot_be_rated_is_refused_with_its_path(string kind, string members, string path)
    {
        var mapped = TariffMapping.ToDomain(TariffJson.Read($$"""
            {"id":"t","name":"T","currency":"EUR","versions":[{"number":1,"validFrom":"2025-01-01","charges":[
             {"kind":"{{kind}}","code":"a","text":"A","taxCategory":"none",{{members}}}]}]}
            """));
        Assert.Null(mapped.Tariff);
        Assert.Equal($"versions/0/charges/0/{path}", Assert.Single(mapped.Problems).Path);
    }

    [Fact]
    public void A_life_with_an_unknown_member_is_refused() => Assert.Throws<JsonException>(() =>
        SubscriptionLifeJson.Read("""{"start":"2025-01-31","until":"2025-12-31","stop":"now"}"""u8));

    [Fact]
    public void Every_setting_and_each_of_its_words_is_in_the_reference()
    {
        var reference = File.ReadAllText(Path.Combine(Root(), "docs", "reference", "subscriptions.md"));
        foreach (var setting in SubscriptionSettings.All.Concat(QuantitySettings.All))
        {
            Assert.Contains($"`{setting.Name}`", reference, StringComparison.Ordinal);
            Assert.All(setting.Words, word => Assert.Contains($"`{word}`", reference, StringComparison.Ordinal));
        }
    }

    private static MappedSubscription Mapped(string json, string tariff = "team-seats") =>
        SubscriptionLifeMapping.ToDomain(
            SubscriptionLifeJson.Read(Encoding.UTF8.GetBytes(json)), [Tariff(tariff)], DateTimeZone.Utc);

    private static ImmutableArray<SubscriptionBill> Bills(string tariff, string json, params UsageEvent[] events)
    {
        var bills = SubscriptionBilling.Rate(Mapped(json, tariff).Request! with { Events = [.. events] });
        Assert.All(bills, bill => Assert.Empty(bill.Rating.Holds));
        return bills;
    }

    private static IEnumerable<long> Minors(SubscriptionBill bill) =>
        bill.Rating.Lines.Select(line => line.Amount.Minor);

    private static UsageEvent Event(string id, string on, string name) => new(
        id, Instant.FromDateTimeOffset(DateTimeOffset.Parse(on + "T12:00:00Z", null)), name, null, null,
        ImmutableSortedDictionary<string, string>.Empty);

    private static Tariff Tariff(string name) => TariffMapping.ToDomain(
        TariffJson.Read(File.ReadAllText(Path.Combine(Root(), "samples", "tariffs", name + ".json")))).Tariff!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
