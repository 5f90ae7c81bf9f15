using BillingActors.Domain.Explanations;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using CsCheck;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Explanations;

public sealed class BillComparisonLawsTests
{
    private static readonly string[] Units = ["kWh", "kW", "day", "month", "seat", "EUR", "tier"];
    private static readonly string[] Kinds = ["intervals", "reads", "days", "charge", "subscription", "calls"];
    private static readonly string[] Versions = ["home@1", "home@2", "other@1", ""];

    private static readonly Gen<Period> AnyPeriod = Gen.Select(Gen.Int[0, 400], Gen.Int[1, 62]).Select((start, days) =>
        new Period(new LocalDate(2024, 1, 1).PlusDays(start), new LocalDate(2024, 1, 1).PlusDays(start + days)));

    private static readonly Gen<LineSource> AnySource =
        Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 4], Gen.Int[0, 4]).Select((kind, estimated, share) =>
            new LineSource(Kinds[kind], "all before", "")
            {
                EstimatedShare = estimated / 4m,
                PeriodShare = share == 0 ? null : share / 4m,
            });

    private static readonly Gen<RatedLine> AnyLine = Gen.Select(
        AnyPeriod,
        AnySource,
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, Units.Length - 1], Gen.Int[0, Versions.Length - 1]),
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2]),
        Gen.Select(Gen.Int[-50_000, 500_000], Gen.Int[-3_000, 90_000], Gen.Int[-3, 3])).Select(Line);

    private static readonly Gen<ComparedBill> AnyBill = Gen.Select(AnyPeriod, AnyLine.Array[0, 8], Gen.Bool).Select(
        (period, lines, isTaxed) =>
        {
            var bill = SampleBill.Of(period, lines);
            return isTaxed ? bill.Taxed() : bill;
        });

    [Fact]
    public void Causes_sum_to_the_difference_of_each_line_and_of_the_totals() =>
        Gen.Select(AnyBill, AnyBill).Sample((before, after) =>
        {
            var explained = BillComparison.Explain(before, after);

            Assert.Equal(after.Total - before.Total, Sum(explained.Effects));
            Assert.Equal(explained.Difference, Money.Sum(
                SampleBill.Euro, explained.Lines.Select(line => line.Difference)));
            Assert.All(explained.Lines, line =>
            {
                Assert.Equal(line.Difference, Sum(line.Effects));
                Assert.Equal(line.Difference, Amount(line.After) - Amount(line.Before));
            });
        });

    [Fact]
    public void A_bill_and_itself_do_not_differ_and_nothing_causes_it() =>
        AnyBill.Sample(bill =>
        {
            var explained = BillComparison.Explain(bill, bill);

            Assert.All(explained.Effects, entry => Assert.True(entry.Amount.IsZero));
            Assert.All(explained.Lines, line => Assert.Empty(line.Effects));
        });

    [Fact]
    public void The_other_way_round_every_line_and_the_total_change_their_sign() =>
        Gen.Select(AnyBill, AnyBill).Sample((before, after) =>
        {
            var (there, back) = (BillComparison.Explain(before, after), BillComparison.Explain(after, before));

            Assert.Equal(there.Difference, -back.Difference);
            Assert.Equal(
                there.Lines.Select(Keyed).Order(),
                back.Lines.Select(line => Keyed(line) with { Minor = -line.Difference.Minor }).Order());
        });

    [Fact]
    public void A_single_cause_changes_its_sign_the_other_way_round() =>
        Gen.Select(AnyPeriod, Gen.Int[1, 5_000], Gen.Int[1, 900], Gen.Int[1, 900]).Sample((days, use, old, now) =>
        {
            var before = SampleBill.Of(days, SampleBill.Energy(days, use, old / 1000m));
            var after = SampleBill.Of(days, SampleBill.Energy(days, use, now / 1000m));

            Assert.All(BillComparison.Explain(before, after).Effects, entry => Assert.Equal(
                entry.Effect == BillEffect.Price ? (after.Total - before.Total).Minor : 0, entry.Amount.Minor));
        });

    private static RatedLine Line(
        Period days,
        LineSource source,
        (int Contract, int Code, int Unit, int Version) what,
        (int Tier, int TimeOfUse) part,
        (int Quantity, int Price, int Cents) figures)
    {
        var (quantity, price) = (figures.Quantity / 1000m, figures.Price / 100_000m);
        var exact = quantity * price * (source.PeriodShare ?? 1m);
        return new RatedLine(
            what.Contract == 0 ? "" : $"K-{what.Contract}", $"c{what.Code}", "Text", days, quantity, Units[what.Unit],
            price, exact, Rounding.ToMoney(exact, SampleBill.Euro) + new Money(figures.Cents / 3, SampleBill.Euro),
            part.Tier == 0 ? null : $"{part.Tier}", part.TimeOfUse == 0 ? null : $"p{part.TimeOfUse}",
            Versions[what.Version], "standard", source);
    }

    // Where a contract moved, a line is named by the newer bill; contract, unit and amount are the same both ways.
    private static (string Contract, string Unit, long Minor) Keyed(ExplainedLine line) =>
        (line.ContractId, line.Unit, line.Difference.Minor);

    private static Money Sum(IEnumerable<EffectAmount> effects) =>
        Money.Sum(SampleBill.Euro, effects.Select(entry => entry.Amount));

    private static Money Amount(ExplainedSide? side) => side?.Amount ?? Money.Zero(SampleBill.Euro);
}
