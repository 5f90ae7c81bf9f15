using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using CsCheck;
using NodaTime;

namespace BillingActors.Domain.Tests.Metering;

public sealed class ReadEntryTests
{
    private static readonly LocalDate From = new(2025, 1, 1);
    private static readonly LocalDate Until = new(2025, 3, 1);
    private static readonly LocalDate Changed = new(2025, 2, 1);

    private static readonly ServicePoint Point = new(
        "SP-1",
        "north",
        [
            new Meter("OLD", From, Changed, [Dial("11")], []),
            new Meter("NEW", Changed, null, [Dial("11"), Dial("21")], []),
        ]);

    [Fact]
    public void Each_read_is_one_of_the_meter_that_was_there_and_says_who_brought_it()
    {
        var decision = Decide(Read("11", 1110), Read("21", 25, scale: 1));

        Assert.Null(decision.Refusal);
        Assert.Equal(
            [
                new RegisterRead("SP-1", "11", "NEW", Until, 1110, 0, ReadQuality.Actual, ReadKind.Final, 0,
                    new SourceReference("by-hand.anna.M-1", 1)),
                new RegisterRead("SP-1", "21", "NEW", Until, 25, 1, ReadQuality.Actual, ReadKind.Final, 0,
                    new SourceReference("by-hand.anna.M-1", 2)),
            ],
            decision.Events.AsEnumerable());
    }

    [Fact]
    public void A_meter_that_is_removed_is_read_on_that_day_once_more()
    {
        var last = Read("11", 9) with { On = Changed, MeterSerial = "OLD" };

        var both = Decide(last, Read("11", 1) with { On = Changed });

        Assert.Equal(["OLD", "NEW"], both.Events.Select(read => read.MeterSerial));
    }

    [Fact]
    public void What_cannot_be_is_refused_with_all_that_came_with_it()
    {
        Assert.Equal("service-point-unknown", ReadEntry.Decide(null, Wanted(Read("11", 1))).Refusal?.Code);
        AssertRefused("meter-unknown", Read("11", 1) with { MeterSerial = "OTHER" });
        AssertRefused("meter-unknown", Read("11", 1) with { MeterSerial = "OLD" });
        AssertRefused("register-unknown", Read("12", 1));
        AssertRefused("register-unknown", Read("21", 1) with { On = From });
        AssertRefused("read-day-invalid", Read("11", 1) with { On = From.PlusDays(-1) });
        AssertRefused("read-day-invalid", Read("11", 1) with { On = Until.PlusDays(1) });
        AssertRefused("read-value-invalid", Read("11", -1));
        AssertRefused("read-value-invalid", Read("11", 100_000));
        AssertRefused("read-value-invalid", Read("11", 1, scale: 10));
        AssertRefused("read-repeated", Read("11", 1), Read("11", 1));
    }

    [Fact]
    public void The_dials_show_whatever_has_no_more_digits_than_they() =>
        Gen.Select(Gen.Long[0, 9_999_999], Gen.Int[0, 4]).Sample((value, scale) =>
        {
            var whole = value.ToString(System.Globalization.CultureInfo.InvariantCulture).Length - scale;
            Assert.Equal(whole <= 5, !Decide(Read("11", value, scale)).IsRefused);
        });

    private static void AssertRefused(string code, params ReadOnlySpan<TakenRead> reads)
    {
        var decision = Decide([Read("21", 7) with { On = Changed }, .. reads]);
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.Empty(decision.Events);
    }

    private static Decision<RegisterRead> Decide(params ReadOnlySpan<TakenRead> reads) =>
        ReadEntry.Decide(Point, Wanted(reads));

    private static EnterReads Wanted(params ReadOnlySpan<TakenRead> reads) =>
        new([.. reads], From, Until, "by-hand.anna.M-1");

    private static TakenRead Read(string register, long value, int scale = 0) =>
        new(register, null, Until, value, scale, ReadQuality.Actual, ReadKind.Final);

    private static Register Dial(string id) => new(id, "kWh", Direction.Import, 5, 1m);
}
