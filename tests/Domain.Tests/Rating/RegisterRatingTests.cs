using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating;

public sealed class RegisterRatingTests
{
    private static readonly Tariff Flat = Tariff(Energy(0.10m));

    [Fact]
    public void A_dial_that_turns_over_counts_on()
    {
        // Five dials: 99990 → 00020 is 10 up to the turn and 20 after it.
        var result = ContractRating.Rate(Request(Register()).With(
            Read("M1", "2025-01-01", 99_990), Read("M1", "2025-02-01", 20)));

        Assert.Equal(["energy 30 3.00 EUR"], result.Short());
    }

    [Fact]
    public void A_turnover_of_more_than_half_the_dial_is_doubtful()
    {
        // 60000 → 00020 would mean 40,020 of 100,000 and is believed; 40000 → 00020 would mean 60,020.
        var believed = ContractRating.Rate(Request(Register()).With(
            Read("M1", "2025-01-01", 60_000), Read("M1", "2025-02-01", 20)));
        var doubted = ContractRating.Rate(Request(Register()).With(
            Read("M1", "2025-01-01", 40_000), Read("M1", "2025-02-01", 20)));

        Assert.Equal(40_020m, Assert.Single(believed.Lines).Quantity);
        Assert.Equal("doubtful-read", Assert.Single(doubted.Holds).Code);
        Assert.Empty(doubted.Lines);
    }

    [Fact]
    public void A_read_with_more_digits_than_dials_is_doubtful() =>
        Assert.Equal("doubtful-read", Assert.Single(ContractRating.Rate(Request(Register(digits: 3)).With(
            Read("M1", "2025-01-01", 990), Read("M1", "2025-02-01", 1020))).Holds).Code);

    [Fact]
    public void The_multiplier_of_the_transformers_counts()
    {
        // 12 on the dials × 40 = 480 kWh.
        var result = ContractRating.Rate(Request(Register(multiplier: 40m)).With(
            Read("M1", "2025-01-01", 100), Read("M1", "2025-02-01", 112)));

        Assert.Equal(["energy 480 48.00 EUR"], result.Short());
    }

    [Fact]
    public void Decimals_of_two_reads_may_differ()
    {
        // 100.0 → 123.45 = 23.45 kWh.
        var result = ContractRating.Rate(Request(Register()).With(
            Read("M1", "2025-01-01", 1000) with { Scale = 1 }, Read("M1", "2025-02-01", 12_345) with { Scale = 2 }));

        Assert.Equal(["energy 23.45 2.35 EUR"], result.Short());
    }

    [Fact]
    public void A_meter_exchange_bills_old_and_new_use_in_one_line_and_one_fixed_charge()
    {
        // Old: 1000 → 1080 = 80 until the 15th; new: 0 → 120 from the 15th.
        var tariff = Tariff(new Charge.Fixed(Head("base"), ChargePer.Month, 5m), Energy(0.10m));
        var result = ContractRating.Rate(Rated(tariff, January, Exchanged()).With(
            Read("M1", "2025-01-01", 1000),
            Read("M1", "2025-01-15", 1080, ReadKind.Final),
            Read("M2", "2025-01-15", 0, ReadKind.Install),
            Read("M2", "2025-02-01", 120)));

        Assert.Equal(["base 1 5.00 EUR", "energy 200 20.00 EUR"], result.Short());
        Assert.Equal([new RegisterPosition("M2", "11", Day("2025-02-01"), 120, 0)], result.Positions);
        Assert.Equal(
            "11 M1 2025-01-01 1000 .. 2025-01-15 1080; 11 M2 2025-01-15 0 .. 2025-02-01 120",
            result.Lines[1].Source.Reference);
        Assert.Equal("R2025-01-01,R2025-01-15,R2025-02-01", result.Lines[1].Source.Imports);
    }

    [Fact]
    public void The_next_bill_starts_where_the_last_one_ended()
    {
        var first = ContractRating.Rate(Request(Register()).With(
            Read("M1", "2025-01-01", 1000), Read("M1", "2025-01-30", 1100), Read("M1", "2025-02-04", 1130)));
        var second = ContractRating.Rate(
            (Request(Register()) with
            {
                Cycle = Days("2025-02-01", "2025-03-01"),
                Service = Days("2025-02-01", "2025-03-01"),
                Positions = first.Positions,
            }).With(Read("M1", "2025-02-04", 1130), Read("M1", "2025-03-01", 1190)));

        // 30 January lies nearer to 1 February than 4 February does.
        Assert.Equal(["energy 100 10.00 EUR"], first.Short());
        Assert.Equal(["energy 90 9.00 EUR"], second.Short());
    }

    [Fact]
    public void The_last_days_of_a_removed_meter_are_billed_with_the_next_period()
    {
        // Billed up to 30 January, removed on 1 February with 30 more; the new meter counts 60.
        Meter[] meters =
            [Dial("M1", "2020-01-01", "2025-02-01", Register()), Dial("M2", "2025-02-01", null, Register())];
        var february = Days("2025-02-01", "2025-03-01");
        var result = ContractRating.Rate(
            (Rated(Flat, february, meters) with { Positions = [new("M1", "11", Day("2025-01-30"), 1100, 0)] }).With(
                Read("M1", "2025-02-01", 1130, ReadKind.Final),
                Read("M2", "2025-02-01", 0, ReadKind.Install),
                Read("M2", "2025-03-01", 60)));

        Assert.Equal(["energy 90 9.00 EUR"], result.Short());
        Assert.Equal([new RegisterPosition("M2", "11", Day("2025-03-01"), 60, 0)], result.Positions);
    }

    [Fact]
    public void Parts_of_an_exchange_and_a_rate_change_sum_to_the_whole()
    {
        var tariff = Tariff(
            new TariffVersion(1, Day("2024-01-01"), null, [], [Energy(0.10m)], []),
            new TariffVersion(2, Day("2025-01-12"), null, [], [Energy(0.20m)], []));
        var result = ContractRating.Rate(Rated(tariff, January, Exchanged()).With(
            Read("M1", "2024-12-30", 1000),
            Read("M1", "2025-01-15", 1081, ReadKind.Final),
            Read("M2", "2025-01-15", 0, ReadKind.Install),
            Read("M2", "2025-02-03", 121)));

        // 81 over the 16 days from 30 December: 13 of them, the two before the period too, before 12 January = 65.8125.
        Assert.Equal([65.8125m, 136.1875m], result.Lines.Select(line => line.Quantity));
    }

    [Fact]
    public void An_estimated_closing_read_marks_the_use()
    {
        var result = ContractRating.Rate(Request(Register()).With(
            Read("M1", "2025-01-01", 1000),
            Read("M1", "2025-02-01", 1100) with { Quality = ReadQuality.Estimated }));

        Assert.Equal(new MeasuredUse("kWh", Direction.Import, 100m, 100m), Assert.Single(result.Uses));
    }

    [Theory]
    [InlineData("2025-01-01", "2025-02-09", "around 2025-02-01")]
    [InlineData("2024-12-20", "2025-02-01", "around 2025-01-01")]
    public void A_read_outside_of_the_window_is_no_read(string opened, string closed, string around)
    {
        var request = Request(Register()).With(Read("M1", opened, 1000), Read("M1", closed, 1100));
        var result = ContractRating.Rate(request with { Positions = [new("M9", "11", Day("2025-01-01"), 7, 0)] });

        var hold = Assert.Single(result.Holds);
        Assert.Equal("no-read", hold.Code);
        Assert.Contains(around, hold.Detail, StringComparison.Ordinal);
        Assert.Equal([new RegisterPosition("M9", "11", Day("2025-01-01"), 7, 0)], result.Positions);
    }

    private static Meter[] Exchanged() =>
        [Dial("M1", "2020-01-01", "2025-01-15", Register()), Dial("M2", "2025-01-15", null, Register())];

    private static RatingRequest Request(Register register) =>
        Rated(Flat, January, Dial("M1", "2020-01-01", null, register));
}
