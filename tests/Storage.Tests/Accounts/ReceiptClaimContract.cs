using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Tests.Stores;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>Money that files and streams tell is held once in a legal entity, however many tell it at once.</summary>
public abstract class ReceiptClaimContract(StoreSet stores) : StoreContract(stores)
{
    [Fact]
    public async Task Of_many_pages_at_once_one_has_the_money_and_of_the_others_nothing_is_stored()
    {
        var accounts = await Opened(12);

        var outcomes = await Task.WhenAll(accounts.Select(account => TryPage(Told(account, "P-1"))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(11, outcomes.Count(outcome => outcome is ReceiptHeldException));
        Assert.Equal(1, await Receipts("receipt_id = 'P-1'"));
        Assert.Equal(13, await Sql($"select count(*) from account_event where account_key like 'E{Id}/%'"));
    }

    // Each page waits for what the other has written first, unless both write in the same order.
    [Fact]
    public async Task Pages_that_tell_the_same_payments_crosswise_do_not_wait_for_each_other_in_a_ring()
    {
        var accounts = await Opened(40);

        for (var round = 0; round < 10; round++)
        {
            var own = accounts[(4 * round)..(4 * round + 4)];
            var (first, second) = ($"P-{round}.1", $"P-{round}.2");
            var outcomes = await Task.WhenAll(
                TryPage(Told(own[0], first), Told(own[1], second)), TryPage(Told(own[2], second), Told(own[3], first)));

            Assert.Single(outcomes, outcome => outcome is null);
            Assert.IsType<ReceiptHeldException>(Assert.Single(outcomes, outcome => outcome is not null));
        }
        Assert.Equal(20, await Receipts("true"));
    }

    [Fact]
    public async Task What_went_back_may_be_held_elsewhere_and_comes_again_beside_it()
    {
        var accounts = await Opened(2);
        var booked = await Page(Told(accounts[0], "P-1"));
        var gone = await Page(Commit(booked, [new AccountEvent.ReceiptReversed(
            "P-1", CashReceiptState.ChargedBack, CashMethod.Wire, "fraud", ReturnMeaning.Parked, 700, 0, null, Day,
            Day)]));

        await Page(Told(accounts[1], "P-1"));
        await Page(Commit(gone, [new AccountEvent.ChargebackWon("P-1", CashMethod.Wire, 700, Day)]));

        Assert.Equal(2, await Receipts("receipt_id = 'P-1' and state = 'booked'"));
    }

    [Fact]
    public async Task Receipts_entered_by_hand_another_source_and_another_entity_compete_with_nothing()
    {
        var accounts = await Opened(4);
        var elsewhere = await Page(Open($"E{Id}x/A0"));

        await Page(Told(accounts[0], "P-1"));
        await Page(Told(accounts[1], "P-1", "till"));
        await Page(Told(accounts[2], "P-1") with { ClaimsReceipts = false });
        await Page(Told(accounts[3], "P-1") with { ClaimsReceipts = false });
        await Page(Told(elsewhere, "P-1"));

        Assert.Equal(4, await Receipts("receipt_id = 'P-1'"));
    }

    [Fact]
    public async Task What_is_unidentified_is_claimed_by_no_page_and_what_a_page_claimed_is_not_unidentified()
    {
        var accounts = await Opened(2);
        Assert.Equal([AddedCash.Added], await Park("P-1"));
        await Page(Told(accounts[0], "P-2"));

        var outcome = await TryPage(Told(accounts[1], "P-1"));
        var parked = await Park("P-2");

        Assert.IsType<ReceiptHeldException>(outcome);
        Assert.Equal([AddedCash.Held], parked);
        Assert.Equal([AddedCash.Known], await Park("P-1"));
        Assert.Equal(1, await Sql($"select count(*) from unidentified_cash where entity_id = 'E{Id}'"));
    }

    [Fact]
    public async Task Pages_and_unidentified_cash_race_and_one_has_the_money()
    {
        var accounts = await Opened(20);

        await Task.WhenAll(accounts.Select((account, i) => i % 2 == 0
            ? Task.Run(() => TryPage(Told(account, $"P-{i / 2}")))
            : Task.Run(async () => { await Park($"P-{i / 2}"); return (Exception?)null; })));

        var (booked, parked) = (
            await Receipts("true"), await Sql($"select count(*) from unidentified_cash where entity_id = 'E{Id}'"));
        Assert.Equal(10, booked + parked);
    }

    [Fact]
    public async Task Books_that_hold_money_twice_already_are_migrated()
    {
        var accounts = await Opened(4);
        await Page(Told(accounts[0], "P-1") with { ClaimsReceipts = false });
        await Page(Told(accounts[1], "P-1") with { ClaimsReceipts = false });

        await Sql("drop index receipt_holder");
        await Sql("alter table receipt drop column claim");
        await Sql("create index receipt_holder on receipt(receipt_id)");
        await Sql(MigrationScript.Of(Scripts).Single(script => script.Name == "receipts_told_once").Sql);

        Assert.Equal(2, await Receipts("receipt_id = 'P-1'"));
        await Page(Told(accounts[2], "P-2"));
        Assert.IsType<ReceiptHeldException>(await TryPage(Told(accounts[3], "P-2")));
    }

    /// <summary>Name of the database's scripts.</summary>
    protected abstract string Scripts { get; }

    private static AccountCommit Told(LoadedAccount account, string receiptId, string source = "bank") => Commit(
        account,
        [new AccountEvent.ReceiptBooked(
            receiptId, source, CashMethod.Wire, 700, Day, Day, null, null, null, null, null, true)]) with
    {
        ClaimsReceipts = true,
    };

    private async Task<LoadedAccount[]> Opened(int count)
    {
        var opened = Enumerable.Range(0, count).Select(i => Open($"E{Id}/A{i:D2}")).ToList();
        return [.. (await Stores.Accounts.AppendPage(opened, null, Cancellation)).Stored];
    }

    private async Task<LoadedAccount> Page(AccountCommit commit) =>
        (await Stores.Accounts.AppendPage([commit], null, Cancellation)).Stored[0];

    private async Task<Exception?> TryPage(params AccountCommit[] commits) =>
        await Record.ExceptionAsync(() => Stores.Accounts.AppendPage(commits, null, Cancellation));

    private async Task<IEnumerable<AddedCash>> Park(string id) => await Stores.UnidentifiedCash.Add(
        [new UnidentifiedCash($"E{Id}", null, new Payment(id, "bank", "wire", 700, "EUR", Day.ToDateOnly()),
            Day.ToDateOnly())],
        Cancellation);

    private Task<long> Receipts(string where) =>
        Sql($"select count(*) from receipt where account_key like 'E{Id}/%' and {where}");
}
