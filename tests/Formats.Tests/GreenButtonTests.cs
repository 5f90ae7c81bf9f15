using System.Globalization;
using System.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace Formats.Tests;

public sealed class GreenButtonTests
{
    private const long Midnight = 1_772_323_200; // 2026-03-01T00:00Z
    private const string Point =
        """
        <entry><id>urn:uuid:AB</id><link rel="self" href="c/UsagePoint/1"/>
        <content><UsagePoint xmlns="http://naesb.org/espi"/></content></entry>
        """;
    private const string Meter =
        """
        <entry><link rel="self" href="c/UsagePoint/1/MeterReading/7"/><link rel="related" href="ReadingType/1"/>
        <content><MeterReading xmlns="http://naesb.org/espi"/></content></entry>
        """;

    [Theory]
    [InlineData("<uom>72</uom><powerOfTenMultiplier>-3</powerOfTenMultiplier>", "Wh import 3 5")]
    [InlineData("<uom>72</uom><powerOfTenMultiplier>3</powerOfTenMultiplier>", "kWh import 0 5")]
    [InlineData("<uom>72</uom><powerOfTenMultiplier>1</powerOfTenMultiplier>", "Wh import 0 50")]
    [InlineData("<uom>169</uom>", "therm import 0 5")]
    [InlineData("<uom>42</uom><flowDirection>19</flowDirection>", "m3 export 0 5")]
    public async Task The_reading_type_gives_unit_direction_and_scale(string type, string expected)
    {
        var items = await Files.Read("espi", Feed(Point, Meter, Type(type), Block(Reading(0, 3_600, 5))));

        var day = Assert.Single(items).Day!;
        Assert.Equal(expected, $"{day.Unit} {day.Direction} {day.Scale} {day.Values[0]}");
        Assert.Equal(("ab", "7", 60, 0), (day.ServicePointId, day.Channel, day.IntervalMinutes, day.OffsetMinutes));
    }

    [Theory]
    [InlineData("<uom>9999</uom>", "uom unit-unknown")]
    [InlineData("<uom>72</uom><flowDirection>4</flowDirection>", "flowDirection direction-unknown")]
    [InlineData("<uom>72</uom><accumulationBehaviour>3</accumulationBehaviour>", "Behaviour not-a-quantity")]
    [InlineData("<uom>72</uom><powerOfTenMultiplier>77</powerOfTenMultiplier>", "powerOfTenMultiplier number-invalid")]
    public async Task Readings_of_an_unusable_type_are_rejected_one_by_one(string type, string problem)
    {
        var items = await Files.Read(
            "espi", Feed(Point, Meter, Type(type), Block(Reading(0, 3_600, 5), Reading(3_600, 3_600, 6))));

        Assert.All(items, item => Assert.EndsWith(problem, Files.Short(item), StringComparison.Ordinal));
        Assert.Equal(11, items.Sum(Value));
    }

    [Theory]
    [InlineData(0, 2_678_400, 5, "duration reading-longer-than-a-day")]
    [InlineData(0, 25_200, 5, "duration interval-length")]
    [InlineData(0, 30, 5, "duration interval-length")]
    [InlineData(0, 3_600, -5, "value value-negative")]
    [InlineData(17, 3_600, 5, "start interval-not-aligned")]
    public async Task A_reading_that_fits_no_day_is_rejected_and_the_rest_is_read(
        int start, int seconds, int value, string problem)
    {
        var block = Block(Reading(start, seconds, value), Reading(0, 3_600, 9));

        var items = await Files.Read("espi", Feed(Point, Meter, Type("<uom>72</uom>"), block));

        Assert.EndsWith(problem, Files.Short(items[0]), StringComparison.Ordinal);
        Assert.Equal(value, Value(items[0]));
        Assert.Equal(9, items[1].Day!.Values.Sum());
    }

    [Fact]
    public async Task A_reading_that_comes_twice_is_rejected_the_second_time()
    {
        var items = await Files.Read(
            "espi", Feed(Point, Meter, Type("<uom>72</uom>"), Block(Reading(0, 3_600, 5), Reading(0, 3_600, 6))));

        Assert.EndsWith("start interval-twice", Files.Short(items[0]), StringComparison.Ordinal);
        Assert.Equal((6, 5), (Value(items[0]), items[1].Day!.Values.Sum()));
    }

    [Fact]
    public async Task Days_of_a_half_hour_zone_begin_at_the_half_hour()
    {
        var items = await Files.Read(
            "espi", Feed(Point, Meter, Type("<uom>72</uom>"), Block(Reading(1_800, 3_600, 5))));

        Assert.Equal((-30, 5), (items[0].Day!.OffsetMinutes, items[0].Day!.Values[0]));
    }

    [Fact]
    public async Task The_reading_type_may_come_after_the_readings_and_blocks_in_any_order()
    {
        var (early, late) = (Block(Reading(0, 3_600, 5)), Block(Reading(86_400, 3_600, 6), Reading(3_600, 3_600, 7)));

        var items = await Files.Read("espi", Feed(late, early, Type("<uom>72</uom>"), Meter, Point));

        Assert.Equal([6, 12], items.Select(item => item.Day!.Values.Sum()));
        Assert.All(items, item => Assert.Equal("ab", item.Day!.ServicePointId));
    }

    [Fact]
    public async Task A_fragment_takes_the_only_reading_type_and_the_point_from_its_link()
    {
        var items = await Files.Read("espi", Feed(Type("<uom>72</uom>"), Block(Reading(0, 3_600, 5))));

        Assert.Equal("c-1 7", $"{items[0].Day!.ServicePointId} {items[0].Day!.Channel}");
    }

    [Fact]
    public async Task A_feed_whose_readings_mean_nothing_is_refused()
    {
        var untyped = Feed(Block(Reading(0, 3_600, 5)));

        Assert.Equal("1 ReadingType reading-type-missing", await Files.Refusal("espi", untyped));
        Assert.Equal("1 IntervalReading no-readings", await Files.Refusal("espi", Feed()));
        Assert.Equal("1 html not-a-feed", await Files.Refusal("espi", "<html/>"));
        Assert.Equal("1 xml xml-malformed", await Files.Refusal("espi", "<feed><entry></feed>"));
        Assert.Equal("0 xml xml-malformed", await Files.Refusal("espi", ""));
    }

    [Theory]
    [InlineData("<!DOCTYPE feed SYSTEM \"file:///etc/passwd\"><feed/>")]
    [InlineData("<!DOCTYPE feed [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><feed>&x;</feed>")]
    [InlineData("<!DOCTYPE feed [<!ENTITY x SYSTEM \"http://169.254.169.254/latest/meta-data/\">]><feed>&x;</feed>")]
    [InlineData("<!DOCTYPE feed PUBLIC \"-//X//Y\" \"http://127.0.0.1:1/x.dtd\"><feed/>")]
    [InlineData("<!DOCTYPE feed [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p.dtd\"> %p;]><feed/>")]
    [InlineData("<!DOCTYPE feed [<!ENTITY x \"&x;\">]><feed>&x;</feed>")]
    [InlineData("<!DOCTYPE feed [<!ATTLIST feed a CDATA \"b\">]><feed/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE feed []><feed/>")]
    [InlineData("<feed>&x;</feed>")]
    public async Task Nothing_outside_a_document_is_read_and_nothing_in_it_is_defined(string document) =>
        Assert.EndsWith("xml xml-malformed", await Files.Refusal("espi", document), StringComparison.Ordinal);

    [Fact]
    public async Task An_inclusion_is_an_element_like_any_other()
    {
        const string Include = "<feed xmlns:xi=\"http://www.w3.org/2001/XInclude\">"
            + "<xi:include href=\"file:///etc/passwd\" parse=\"text\"/></feed>";

        Assert.Equal("1 IntervalReading no-readings", await Files.Refusal("espi", Include));
    }

    [Fact]
    public async Task A_document_type_is_refused_before_any_entity_grows()
    {
        const string Bomb = "<!DOCTYPE feed [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><feed>&b;</feed>";

        Assert.EndsWith("xml xml-malformed", await Files.Refusal("espi", Bomb), StringComparison.Ordinal);
        var deep = string.Concat(Enumerable.Repeat("<feed>", 100));
        Assert.EndsWith("feed xml-too-deep", await Files.Refusal("espi", deep), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_was_given_out_is_not_opened_again()
    {
        var blocks = Enumerable.Range(0, 70).Select(day => Block(Reading(day * 86_400, 3_600, 1))).ToList();
        blocks.Add(Block(Reading(3_600, 3_600, 1)));

        var refusal = await Files.Refusal("espi", Feed([Point, Meter, Type("<uom>72</uom>"), .. blocks]));

        Assert.EndsWith("start day-not-consecutive", refusal, StringComparison.Ordinal);
    }

    private static long Value(ImportItem item) =>
        long.Parse(item.Raw!.Split("value=")[1].Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Feed(params string[] entries) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Join('\n', entries)}</feed>";

    private static string Type(string fields) =>
        $"""
        <entry><link rel="self" href="ReadingType/1"/>
        <content><ReadingType xmlns="http://naesb.org/espi">{fields}</ReadingType></content></entry>
        """;

    private static string Block(params string[] readings) =>
        new StringBuilder("""<entry><link rel="up" href="c/UsagePoint/1/MeterReading/7/IntervalBlock"/><content>""")
            .Append("<IntervalBlock xmlns=\"http://naesb.org/espi\">")
            .AppendJoin("", readings).Append("</IntervalBlock></content></entry>").ToString();

    private static string Reading(long start, long seconds, long value) =>
        $"<IntervalReading><timePeriod><duration>{seconds}</duration><start>{Midnight + start}</start></timePeriod>"
        + $"<value>{value}</value></IntervalReading>";
}
