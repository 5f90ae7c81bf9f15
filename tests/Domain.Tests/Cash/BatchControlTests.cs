using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using CsCheck;

namespace BillingActors.Domain.Tests.Cash;

public sealed class BatchControlTests
{
    private static readonly ControlTotals Control = new("EUR", 2, 300);

    private static readonly ImmutableArray<BatchLine> Lines = [new(1, 100, "EUR"), new(2, 200, "EUR")];

    [Fact]
    public void A_batch_that_ties_may_be_posted() => Assert.Null(BatchControl.Check("B-1", Control, Lines));

    [Fact]
    public void A_batch_that_does_not_tie_is_refused_with_its_difference()
    {
        Assert.Equal(
            CashRefusals.BatchNotTied(0, -1), BatchControl.Check("B-1", Control with { SumMinor = 301 }, Lines));
        Assert.Equal(CashRefusals.BatchNotTied(1, 0), BatchControl.Check("B-1", Control with { Count = 1 }, Lines));
    }

    [Fact]
    public void A_batch_that_makes_no_sense_is_refused()
    {
        (Refusal Refusal, ImmutableArray<BatchLine> Lines)[] cases =
        [
            (CashRefusals.BatchSizeWrong, []),
            (CashRefusals.BatchSizeWrong, [.. Enumerable.Range(1, 5001).Select(i => new BatchLine(i, 1, "EUR"))]),
            (CashRefusals.BatchLineRepeated, [Lines[0], Lines[0]]),
            (CashRefusals.BatchLineRepeated, [Lines[0] with { Line = 0 }]),
            (CashRefusals.AmountNotPositive, [Lines[0] with { AmountMinor = 0 }]),
            (Refusals.AmountTooLarge, [Lines[0] with { AmountMinor = long.MaxValue }]),
            (Refusals.CurrencyMismatch, [Lines[0], Lines[1] with { Currency = "USD" }]),
        ];

        Assert.All(cases, one => Assert.Equal(one.Refusal, BatchControl.Check("B-1", Control, one.Lines)));
        Assert.Equal(Refusals.IdInvalid, BatchControl.Check("B 1", Control, Lines));
    }

    [Fact]
    public void Only_the_right_totals_tie() =>
        Gen.Select(Gen.Long[1, 1_000_000].Array[1, 20], Gen.Int[-2, 2], Gen.Long[-2, 2]).Sample((amounts, more, off) =>
        {
            ImmutableArray<BatchLine> lines = [.. amounts.Select((minor, i) => new BatchLine(i + 1, minor, "EUR"))];
            var control = new ControlTotals("EUR", lines.Length + more, amounts.Sum() + off);
            Assert.Equal(more == 0 && off == 0, BatchControl.Check("B-1", control, lines) is null);
        });
}
