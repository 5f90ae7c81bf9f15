using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Cash.SampleCash;

namespace BillingActors.Domain.Tests.Cash;

/// <summary>How money finds what it pays, where the payer wishes so.</summary>
public sealed class AllocationTests
{
    private static readonly Account Holding = Owing.After(
        ReceiptBooking.Decide(
            Owing, Money("R-1", 10000) with { IsOnAccount = true, Reference = "for N-I-3" }, CashTerms.Usual));

    [Fact]
    public void Pro_rata_pays_each_by_what_is_open_of_it()
    {
        var application = Applied(Wished(Owing, 7000, Allocation.ProRata));

        Assert.Equal("I-1:2000 I-2:4000 I-3:1000", Shares(application));
        Assert.Equal(AppliedBy.ProRata, application.By);
    }

    [Fact]
    public void Pro_rata_is_over_what_is_named_and_no_more_than_is_named_of_it()
    {
        var named = Applied(Wished(
            Owing, 300, Allocation.ProRata, new ItemWish("I-3", 2000), new ItemWish("N-I-1", 4000)));

        Assert.Equal("I-3:100 I-1:200", Shares(named));
        Assert.Equal(
            "I-3:6000 I-1:1000",
            Shares(Applied(Wished(Owing, 7000, Allocation.ProRata, new ItemWish("I-3"), new ItemWish("I-3", 1)))));
    }

    [Fact]
    public void Pro_rata_without_names_leaves_what_is_kept_on_account_there()
    {
        var money = Money("R-1", 7000) with { Allocation = Allocation.ProRata, IsOnAccount = true };

        Assert.DoesNotContain(
            ReceiptBooking.Decide(Owing, money, CashTerms.Usual).Events, e => e is AccountEvent.ReceiptApplied);
    }

    [Fact]
    public void Pro_rata_leaves_out_what_is_contested_as_every_rule_does()
    {
        var contested = Owing.After(DisputeOpening.Decide(
            Owing, new OpenDispute("D-1", "I-2", null, "price", "anna", Today, null), DisputePolicy.Default));

        Assert.Equal("I-1:2000 I-3:1000", Shares(Applied(Wished(contested, 3000, Allocation.ProRata))));
    }

    [Fact]
    public void Oldest_first_does_not_look_for_an_exact_match()
    {
        Assert.Equal("I-2:24000", Shares(Applied(Receive(Owing, 24000))));

        var application = Applied(Wished(Owing, 24000, Allocation.OldestFirst));

        Assert.Equal("I-1:12000 I-2:12000", Shares(application));
        Assert.Equal(AppliedBy.OldestFirst, application.By);
    }

    [Theory]
    [InlineData("N-I-3 and n-i-2", "I-3:6000 I-2:1000")]
    [InlineData("INVOICES: #N-I-3.", "I-3:6000 I-1:1000")]
    [InlineData("N-I-2/N-I-3", "I-2:7000")]
    [InlineData("N-I-33", "I-1:7000")]
    [InlineData(null, "I-1:7000")]
    public void What_the_payer_wrote_is_paid_first(string? reference, string shares)
    {
        var money = Money("R-1", 7000) with { Reference = reference, Allocation = Allocation.ByReference };

        Assert.Equal(shares, Shares(Applied(ReceiptBooking.Decide(Owing, money, CashTerms.Usual))));
    }

    [Fact]
    public void What_waits_on_account_is_set_against_items_the_same_way()
    {
        Assert.Equal("I-1:2857 I-2:5714 I-3:1429", Later(Allocation.ProRata));
        Assert.Equal("I-3:6000 I-1:4000", Later(Allocation.ByReference));
        Assert.Equal("I-1:10000", Later(Allocation.OldestFirst));
        Assert.Equal(
            "I-3:3333 I-1:6667",
            Later(Allocation.ProRata, new ItemWish("I-3", 6000), new ItemWish("I-1", 12000)));
    }

    [Fact]
    public void The_same_application_in_another_way_is_another_one()
    {
        var spread = Wanted(Allocation.ProRata, new ItemWish("I-1"), new ItemWish("I-3"));
        var after = Holding.After(CashApplication.Decide(Holding, spread, CashTerms.Usual));

        AssertRefused(CashRefusals.ApplicationExists, CashApplication.Decide(
            after, spread with { Allocation = Allocation.Rules }, CashTerms.Usual));
        AssertRefused(CashRefusals.ApplicationExists, CashApplication.Decide(
            after, spread with { Wishes = [new ItemWish("I-1")] }, CashTerms.Usual));
    }

    [Fact]
    public void Parts_come_to_the_amount_and_differ_from_the_proportion_by_less_than_a_minor_unit() =>
        Gen.Select(Gen.Long[1, 2_000_000], Gen.Long[1, 900_000].Array[1, 8], Gen.Bool).Sample((paid, dues, isNamed) =>
        {
            var account = Owed([.. dues.Select((due, i) => Item($"I-{i}", due, Day(1, 1).PlusDays(i)))]);
            ItemWish[] wishes = isNamed ? [.. dues.Select((_, i) => new ItemWish($"I-{i}"))] : [];
            var application = AssertOnceOf(account, paid, wishes);
            var (open, spread) = (dues.Sum(), Math.Min(paid, dues.Sum()));
            Assert.Equal(spread, application.CashMinor);
            Assert.All(dues.Index(), due => Assert.InRange(
                Paid(application, $"I-{due.Index}") - ((decimal)spread * due.Item / open), -0.9999999m, 0.9999999m));
        });

    private static long Paid(CashApplied application, string itemId) =>
        application.Shares.Where(share => share.ItemId == itemId).Sum(share => share.AmountMinor);

    // Told twice it is one: also where an item was too small for its part to come to anything.
    private static CashApplied AssertOnceOf(Account account, long paid, ItemWish[] wishes)
    {
        var money = Money("R-1", paid, wishes) with { Allocation = Allocation.ProRata };
        var decision = ReceiptBooking.Decide(account, money, CashTerms.Usual);
        Assert.Empty(ReceiptBooking.Decide(account.After(decision), money, CashTerms.Usual).Events);
        var held = account.After(
            ReceiptBooking.Decide(account, Money("R-1", paid) with { IsOnAccount = true }, CashTerms.Usual));
        var later = AssertOnce<AccountEvent.ReceiptApplied>(
            held, a => CashApplication.Decide(a, Wanted(Allocation.ProRata, wishes), CashTerms.Usual));
        Assert.Equal(Shares(Applied(decision)), Shares(later.Application));
        return later.Application;
    }

    private static string Later(Allocation allocation, params ReadOnlySpan<ItemWish> wishes)
    {
        var wanted = Wanted(allocation, wishes);
        return Shares(AssertOnce<AccountEvent.ReceiptApplied>(
            Holding, a => CashApplication.Decide(a, wanted, CashTerms.Usual)).Application);
    }

    private static Decision<AccountEvent> Wished(
        Account account, long minor, Allocation allocation, params ReadOnlySpan<ItemWish> wishes) =>
        ReceiptBooking.Decide(
            account, Money("R-1", minor, wishes) with { Allocation = allocation }, CashTerms.Usual);

    private static ApplyCash Wanted(Allocation allocation, params ReadOnlySpan<ItemWish> wishes) =>
        new("R-1", "A-1", [.. wishes], Today) { Allocation = allocation };
}
