using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Cash;

/// <summary>What a store of unidentified cash promises.</summary>
public abstract class UnidentifiedCashContract(StoreSet stores) : StoreContract(stores)
{
    private IUnidentifiedCashStore Store => Stores.UnidentifiedCash;

    private EntityScope Own => new([Id]);

    [Fact]
    public async Task Money_is_added_once_waits_and_its_id_with_other_money_conflicts()
    {
        Assert.Equal([AddedCash.Added, AddedCash.Added], await Add(Cash("a", 100), Cash("b", 200)));
        Assert.Equal([AddedCash.Conflicting, AddedCash.Known], await Add(Cash("b", 201), Cash("a", 100)));

        Assert.Equal("a:100 b:200", Told(await Store.Waiting(Own, "", 10, Cancellation)));
        Assert.Equal("b:200", Told(await Store.Waiting(Own, CashKey.Of(Id, "a"), 10, Cancellation)));
        Assert.Equal("a:100", Told(await Store.Waiting(Own, "", 1, Cancellation)));
        Assert.Equal("b:200", Told(await Store.LastWaiting(Own, 1, Cancellation)));
        Assert.Equal("a:100 b:200", Told(await Store.LastWaiting(Own, 10, Cancellation)));
        Assert.Equal(2, await OpenWork());
        Assert.Equal("a", Assert.Single(await Store.Known(Id, ["a", "c"], Cancellation)));
        Assert.Equal("from Ada", (await Store.Read(Id, "a", Cancellation))!.Payment.Reference);
    }

    [Fact]
    public async Task A_claim_is_for_one_account_until_it_is_given_up()
    {
        await Add(Cash("a", 100));

        Assert.True(await Store.Claim(Id, "a", "A-1", Cancellation));
        Assert.True(await Store.Claim(Id, "a", "A-1", Cancellation));
        Assert.False(await Store.Claim(Id, "a", "A-2", Cancellation));
        await Store.Release(Id, "a", Cancellation);
        Assert.True(await Store.Claim(Id, "a", "A-2", Cancellation));
        Assert.Equal(1, await OpenWork());
    }

    [Fact]
    public async Task What_is_moved_waits_no_more_and_is_not_claimed_again()
    {
        await Add(Cash("a", 100));
        await Store.Claim(Id, "a", "A-1", Cancellation);

        await Store.Complete(Id, "a", "ada", Cancellation);
        await Store.Complete(Id, "a", "ada", Cancellation);

        var moved = (await Store.Read(Id, "a", Cancellation))!;
        Assert.Equal(("moved", "A-1"), (moved.State, moved.AccountId));
        Assert.Empty(await Store.Waiting(Own, "", 10, Cancellation));
        Assert.False(await Store.Claim(Id, "a", "A-1", Cancellation));
        Assert.Equal(0, await OpenWork());
    }

    [Fact]
    public async Task Who_has_a_receipt_is_told_until_it_went_back()
    {
        await Sql($"""
            insert into receipt(account_key, receipt_id, source, method, state, amount_minor, unapplied_minor,
                refunded_minor, value_on, booked_on, is_on_account)
            values ('{Id}/A-1', 'a', 'bank', 'wire', 'booked', 100, 0, 0, '2025-01-02', '2025-01-02', false),
                ('{Id}/A-2', 'b', 'bank', 'wire', 'reversed', 100, 0, 0, '2025-01-02', '2025-01-02', false),
                ('{Id}x/A-1', 'c', 'bank', 'wire', 'booked', 100, 0, 0, '2025-01-02', '2025-01-02', false)
            returning amount_minor
            """);

        var held = await Store.Holders(Id, ["a", "b", "c", "d"], Cancellation);

        Assert.Equal(new HeldReceipt("a", "bank", "A-1"), Assert.Single(held));
        await Sql($"delete from receipt where account_key like '{Id}%' returning 1");
    }

    [Fact]
    public async Task A_row_is_its_own_entry_in_the_books()
    {
        await Add(Cash("a", 100), Cash("b", 50));

        var sums = await Stores.Reports.Ledger(Id, new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1), Cancellation);

        Assert.Equal(
            "cash/wire EUR 150, unidentified-cash EUR -150",
            string.Join(", ", sums.Select(sum => $"{sum.LedgerAccount} {sum.Currency} {sum.AmountMinor}")));
    }

    private Task<ImmutableArray<AddedCash>> Add(params ImmutableArray<UnidentifiedCash> cash) =>
        Store.Add(cash, Cancellation);

    private UnidentifiedCash Cash(string cashId, long minor) => new(
        Id,
        "A-9",
        new Payment(cashId, "bank", "wire", minor, "EUR", new DateOnly(2025, 1, 2), "from Ada"),
        new DateOnly(2025, 1, 3));

    private Task<long> OpenWork() => Sql(
        $"select count(*) from worklist where kind = 'unidentified-cash' and state = 'open' and entity_id = '{Id}'");

    private static string Told(ImmutableArray<UnidentifiedCash> cash) =>
        string.Join(' ', cash.Select(one => $"{one.Payment.ReceiptId}:{one.Payment.AmountMinor}"));
}
