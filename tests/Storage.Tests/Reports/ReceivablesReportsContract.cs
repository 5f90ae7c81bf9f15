using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using NodaTime;

namespace BillingActors.Storage.Tests.Reports;

/// <summary>
/// What key figures and their lists promise. Two accounts are billed 71.40 each on 1 March, due on the 15th; one
/// disputes 10.00 since 1 January, the other left 3.00 unapplied and 0.50 on account.
/// </summary>
public abstract class ReceivablesReportsContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly DateOnly Late = new(2025, 3, 20);

    private string Entity => "E" + Id;

    private ReceivablesFilter Mine => new(Entity, "EUR");

    [Fact]
    public async Task Figures_are_those_worked_by_hand()
    {
        await Fill();

        var view = Assert.Single(await Figures(Late));

        Assert.Equal((Entity, "EUR"), (view.EntityId, view.Currency));
        Assert.Equal((0L, 14280L, 14280L), (view.OpeningMinor, view.SalesMinor, view.ClosingMinor));
        Assert.Equal((90.0m, 0.0m, 90.0m), (view.OutstandingDays, view.BestPossibleDays, view.DelinquentDays));
        Assert.Equal((100.0m, 0.0m, 2L), (view.PastDuePercent, view.EffectivenessPercent, view.PastDueAccountCount));
        Assert.Equal((14280L, 0L), (view.Aged.Days1To30Minor, view.Aged.NotDueMinor));
        Assert.Equal(new(1, 300, new DateOnly(2025, 1, 5), 350, 0), view.Unapplied);
        Assert.Equal(new(1, 1000, 78.0m, 78, 1), view.Disputes);
        Assert.Equal(12, view.Months.Length);
        Assert.Equal((14280L, 0L), (view.Months[^1].ClosingMinor, view.Months[^2].ClosingMinor));
    }

    [Fact]
    public async Task What_is_written_off_was_sold_all_the_same()
    {
        await Fill();
        var billed = await Billed("C");
        var item = billed.State.OpenItems[0];
        var writtenOff = new AccountEvent.ItemsWrittenOff(
            "W-1", WriteOffKind.BadDebt, "insolvent", new LocalDate(2025, 3, 16), [ItemShare.Of(item, item.Open)],
            [new TaxShare("VAT", 19m, 6000, 1140)]);
        await Stores.Accounts.Append(Turns.Commit(billed, [writtenOff]), Cancellation);

        var view = Assert.Single(await Figures(Late));

        Assert.Equal((21420L, 14280L), (view.SalesMinor, view.ClosingMinor));
    }

    [Fact]
    public async Task On_the_due_day_nothing_is_late()
    {
        await Fill();

        var view = Assert.Single(await Figures(new DateOnly(2025, 3, 15)));

        Assert.Equal((0.0m, 90.0m, 0L), (view.PastDuePercent, view.BestPossibleDays, view.PastDueAccountCount));
        Assert.Empty(await Stores.Receivables.PastDue(Mine, new DateOnly(2025, 3, 15), null, 10, Cancellation));
    }

    [Fact]
    public async Task The_list_of_the_late_sums_to_their_figure_and_goes_on_among_equal_amounts()
    {
        await Fill();
        var figure = Assert.Single(await Figures(Late));

        var first = Assert.Single(await Stores.Receivables.PastDue(Mine, Late, null, 1, Cancellation));
        var rest = await Stores.Receivables.PastDue(
            Mine, Late, (first.PastDueMinor, Entity + "/" + first.AccountId), 10, Cancellation);

        Same(["A", "B"], [first.AccountId, .. rest.Select(row => row.AccountId)]);
        Assert.Equal(figure.Aged.Days1To30Minor, first.PastDueMinor + rest.Sum(row => row.PastDueMinor));
        Assert.Equal((new DateOnly(2025, 3, 15), 1L), (first.OldestDueOn, first.ItemCount));
        Assert.Empty(await Stores.Receivables.PastDue(Mine with { Currency = "USD" }, Late, null, 10, Cancellation));
    }

    [Fact]
    public async Task What_a_payer_wants_kept_waits_for_nobody()
    {
        await Fill();

        var row = Assert.Single(await Stores.Receivables.Unapplied(Mine, null, 10, Cancellation));

        Assert.Equal(("B", "R-1", 300L), (row.AccountId, row.ReceiptId, row.UnappliedMinor));
        var after = (row.ValueOn, Entity + "/B", "R-1");
        Assert.Empty(await Stores.Receivables.Unapplied(Mine, after, 10, Cancellation));
        Assert.Equal(row, Assert.Single(await Stores.Receivables.LastUnapplied(Mine, 10, Cancellation)));
    }

    private async Task Fill()
    {
        var disputed = await Billed("A");
        await Stores.Accounts.Append(Turns.Dispute(disputed, disputed.State.OpenItems[0].Id), Cancellation);
        await Stores.Accounts.Append(
            Turns.Commit(await Billed("B"), [Received("R-1", 300, false), Received("R-2", 50, true)]), Cancellation);
    }

    private async Task<LoadedAccount> Billed(string accountId)
    {
        var opened = await Stores.Accounts.Append(Turns.Open($"{Entity}/{accountId}"), Cancellation);
        return await Stores.Accounts.Append(Turns.Bill(opened), Cancellation);
    }

    private async Task<IReadOnlyList<Grains.Interfaces.Reports.ReceivablesView>> Figures(DateOnly on) =>
        await Stores.Receivables.Figures(new EntityScope([Entity]), on, 90, Cancellation);

    private static AccountEvent.ReceiptBooked Received(string id, long minor, bool isOnAccount)
    {
        var day = new LocalDate(2025, 1, 5);
        return new(id, "bank", CashMethod.Wire, minor, day, day, null, null, null, null, null, isOnAccount);
    }
}
