using System.Text.Json;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using NodaTime;

namespace BillingActors.Storage.Tests.Reports;

/// <summary>What the list of documents across accounts and the calendar of cycles promise on either database.</summary>
public abstract class InvoiceListContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly InvoiceFilter All =
        new("", "", DateOnly.MinValue, new DateOnly(9999, 12, 31), new DateOnly(2026, 1, 1), false);

    private string Entity => "E" + Id;

    private EntityScope Mine => new([Entity, "other" + Id]);

    [Fact]
    public async Task Documents_of_all_accounts_come_by_day_in_pages_and_as_their_filter_says()
    {
        foreach (var account in (string[])["A1", "A2", "A3"])
        {
            var first = await Stores.Accounts.Append(
                Turns.Bill(await Stores.Accounts.Append(Turns.Open($"{Entity}/{account}"), Cancellation)),
                Cancellation);
            await Stores.Accounts.Append(Turns.Bill(first), Cancellation);
        }
        var all = await Read(All);
        Assert.Equal(6, all.Count);
        Assert.Equal(
            all.OrderByDescending(line => line.Row.IssuedOn).ThenByDescending(line => line.Row.AccountId)
                .ThenByDescending(line => line.Version), all);
        Assert.All(
            all, line => Assert.Equal(("Name of C-1", line.Row.TotalMinor), (line.CustomerName, line.OpenMinor)));
        Assert.Equal(Enumerable.Reverse(all), await Read(All with { IsOldestFirst = true }));
        Assert.Equal(all.Take(3), await Stores.Invoices.Read(Mine, All, null, 3, Cancellation));

        Assert.Equal(2, (await Read(All with { Text = "A2" })).Count);
        Assert.Equal("INV-00000004", Assert.Single(await Read(All with { Text = "INV-00000004" })).Row.Number);
        var day = all[0].Row.IssuedOn;
        Assert.Equal(
            all.Count(line => line.Row.IssuedOn == day), (await Read(All with { From = day, Through = day })).Count);
        Assert.Empty(await Read(All with { From = day.AddDays(1) }));

        await Sql($"delete from open_item where account_key = '{Entity}/A2'");
        await Sql($"update open_item set open_minor = 7 where account_key = '{Entity}/A1'");
        Assert.All(await Read(All with { State = "settled" }), line => Assert.Equal("A2", line.Row.AccountId));
        Assert.Equal(4, (await Read(All with { State = "open" })).Count);
        Assert.Equal(4, (await Read(All with { State = "overdue" })).Count);
        Assert.Empty(await Read(All with { State = "overdue", Today = all.Min(line => line.Row.DueOn) }));
        Assert.Empty(await Read(All with { State = "credit-memo" }));
        Assert.Empty(await Stores.Invoices.Read(new EntityScope([Entity + "x"]), All, null, 9, Cancellation));
        Assert.Empty(await Stores.Invoices.Read(new EntityScope([Entity[1..]]), All, null, 9, Cancellation));
    }

    [Fact]
    public async Task A_cycle_stands_on_the_days_its_periods_end_with_its_open_accounts()
    {
        for (var i = 0; i < 3; i++)
            await Stores.Accounts.Append(Turns.Open($"{Entity}/C{i}"), Cancellation);
        await Sql($"update account set cycle_id = '0c{Id}' where entity_id = '{Entity}'");
        await Sql($"update account set status = 2 where account_key = '{Entity}/C2'");
        var masters = Stores.Masters;
        var cycle = new BillCycleRecord(
            "0c" + Id, Entity, "Halves", 1, 1, [new(2025, 1, 1), new(2025, 1, 16), new(2025, 2, 1)], 3, 0m, 0m, false);
        await masters.Append(
            [
                new MasterChange(
                    new MasterRecord(
                        MasterKind.BillCycle, cycle.Id, "", 1, new LocalDate(2025, 1, 1),
                        JsonSerializer.SerializeToUtf8Bytes(cycle, JsonSerializerOptions.Web),
                        new CommandContext(
                            "cmd-" + Id, new Actor(ActorKind.Person, "ada"), "test",
                            Instant.FromUtc(2025, 1, 1, 0, 0))),
                    []),
            ],
            Cancellation);

        var days = await Stores.CycleLoad.Days(
            new EntityScope([Entity]), (new DateOnly(2025, 1, 2), new DateOnly(2025, 2, 1)), Cancellation);
        Assert.Equal(
            new CycleDay(new DateOnly(2025, 1, 16), Entity, "0c" + Id, "Halves", 2, false), Assert.Single(days));
        Assert.Equal(
            new DateOnly(2025, 1, 16),
            await Stores.CycleLoad.NextEnd("0c" + Id, new DateOnly(2025, 1, 2), Cancellation));
        Assert.Null(await Stores.CycleLoad.NextEnd("no-cycle-" + Id, new DateOnly(2025, 1, 2), Cancellation));
        Assert.Empty(await Stores.CycleLoad.Days(
            new EntityScope([Entity + "x"]), (new DateOnly(2025, 1, 2), new DateOnly(2025, 2, 1)), Cancellation));
    }

    // Every page, from the first on.
    private async Task<List<InvoiceLine>> Read(InvoiceFilter filter)
    {
        var (found, place) = (new List<InvoiceLine>(), (InvoicePlace?)null);
        while (await Stores.Invoices.Read(Mine, filter, place, 2, Cancellation) is { IsEmpty: false } page)
        {
            found.AddRange(page);
            var last = page[^1];
            place = new InvoicePlace(last.Row.IssuedOn, $"{last.Row.EntityId}/{last.Row.AccountId}", last.Version);
        }
        return found;
    }
}
