using BillingActors.Domain.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class ChargeEntryTests
{
    private static readonly AccountEvent.ChargeAdded Wanted = Charge("fee-1", 500, Day(3, 1));

    [Fact]
    public void A_charge_is_added_once() =>
        Assert.Equal(
            Wanted,
            AssertOnce<AccountEvent.ChargeAdded>(Open, a => ChargeEntry.Decide(a, Wanted, Context("late"))));

    [Fact]
    public void An_allowance_is_a_negative_charge() =>
        Assert.Single(ChargeEntry.Decide(Open, Wanted with { AmountMinor = -1 }, Context("goodwill")).Events);

    [Fact]
    public void An_account_that_is_not_open_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, ChargeEntry.Decide(Account.None, Wanted, Context("late")));

    [Fact]
    public void A_bad_id_or_tax_category_is_refused()
    {
        AssertRefused(
            Refusals.IdInvalid, ChargeEntry.Decide(Open, Wanted with { ChargeId = "fee 1" }, Context("late")));
        AssertRefused(Refusals.IdInvalid, ChargeEntry.Decide(Open, Wanted with { TaxCategory = "" }, Context("late")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_charge_without_a_reason_is_refused(string? reason) =>
        AssertRefused(Refusals.ReasonMissing, ChargeEntry.Decide(Open, Wanted, Context(reason)));

    [Fact]
    public void An_amount_of_nothing_is_refused() =>
        AssertRefused(
            Refusals.AmountZero, ChargeEntry.Decide(Open, Wanted with { AmountMinor = 0 }, Context("late")));

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public void An_amount_beyond_all_measure_is_refused(long beyond, bool isTaken)
    {
        var most = ChargeEntry.AmountMinorMax + beyond;

        Assert.Equal(
            isTaken ? null : Refusals.AmountTooLarge,
            ChargeEntry.Decide(Open, Wanted with { AmountMinor = most }, Context("late")).Refusal);
        Assert.Equal(
            isTaken ? null : Refusals.AmountTooLarge,
            ChargeEntry.Decide(Open, Wanted with { AmountMinor = -most }, Context("late")).Refusal);
    }

    [Fact]
    public void The_smallest_number_there_is_is_refused_and_does_not_overflow() =>
        AssertRefused(
            Refusals.AmountTooLarge,
            ChargeEntry.Decide(Open, Wanted with { AmountMinor = long.MinValue }, Context("late")));

    [Fact]
    public void An_empty_or_endless_text_is_refused()
    {
        AssertRefused(Refusals.TextInvalid, ChargeEntry.Decide(Open, Wanted with { Text = " " }, Context("late")));
        AssertRefused(
            Refusals.TextInvalid,
            ChargeEntry.Decide(Open, Wanted with { Text = new string('x', 201) }, Context("late")));
    }

    [Fact]
    public void A_charge_that_waits_with_other_content_is_refused()
    {
        var waiting = Open.After(Wanted);

        AccountEvent.ChargeAdded[] others =
        [
            Wanted with { AmountMinor = 501 },
            Wanted with { Text = "Other" },
            Wanted with { TaxCategory = "none" },
            Wanted with { On = Day(3, 2) },
        ];
        Assert.All(others, other =>
            AssertRefused(Refusals.ChargeExists, ChargeEntry.Decide(waiting, other, Context("late"))));
    }
}
