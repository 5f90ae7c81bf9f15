using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class AccountTests
{
    [Fact]
    public void A_whole_life_folds_event_by_event()
    {
        var account = Account.None.After(
            Opening,
            new AccountEvent.ProfileChanged("monthly", "quarterly", 14, 30),
            Start("K-1", Day(2, 1)),
            Start("K-2", Day(2, 1), point: "SP-2"),
            new AccountEvent.ContractTariffChanged("K-1", "flat", "green", Day(3, 1)),
            Charge("fee-1", 500, Day(2, 10)),
            Charge("fee-2", 700, Day(2, 11)),
            new AccountEvent.ChargeRemoved("fee-2"),
            new AccountEvent.ContractEnded("K-1", null, Day(4, 1)));

        Assert.Equal(("north", "C-1", Euro), (account.EntityId, account.CustomerId, account.Currency));
        Assert.Equal(("quarterly", 30, Day(1, 1)), (account.CycleId, account.TermsDays, account.OpenedOn));
        Assert.Equal("K-1 K-2", string.Join(' ', account.Contracts.Select(contract => contract.Id)));
        Assert.Equal([new(Day(2, 1), "flat"), new(Day(3, 1), "green")], account.Contracts[0].Tariffs.AsEnumerable());
        Assert.Equal((Day(4, 1), null), (account.Contract("K-1")!.Until, account.Contract("K-2")!.Until));
        Assert.Equal(
            [new PendingCharge("fee-1", "Reminder fee", Eur(500), "standard", Day(2, 10))],
            account.Charges.AsEnumerable());
        Assert.Equal(AccountStatus.Closed, account.After(new AccountEvent.Closed(Day(4, 1))).Status);
    }

    [Fact]
    public void An_invoice_moves_its_contract_takes_its_charges_and_is_owed()
    {
        var position = new RegisterPosition("M-1", "11", Day(3, 1), 150, 0);
        var use = new MeasuredUse("kWh", Direction.Import, 50m, 0m);
        var period = new Period(Day(2, 1), Day(3, 1));
        var issued = SampleInvoice.Of("K-1", Day(2, 1), Day(3, 1)) with
        {
            Contracts = [new ContractBilled("K-1", period, [use], [position])],
            ChargeIds = ["fee-1"],
        };
        var account = Open
            .After(Start("K-1", Day(2, 1)), Charge("fee-1", 500, Day(2, 10)), Charge("fee-2", 1, Day(3, 10)))
            .Apply(issued, Envelope("run-1", 5, new DocumentNumber("INV", 42)));

        var contract = account.Contract("K-1")!;
        Assert.Equal(Day(3, 1), contract.BilledThrough);
        Assert.Equal([position], contract.Positions.AsEnumerable());
        Assert.Equal((period, use), (contract.History[0].Period, contract.History[0].Uses[0]));
        Assert.Equal("fee-2", Assert.Single(account.Charges).Id);
        Assert.Equal(
            [new OpenItem(issued.InvoiceId, "INV-00000042", Eur(1200), Eur(1200), Day(3, 1), Day(3, 15))],
            account.OpenItems.AsEnumerable());
        Assert.Equal((Eur(1200), 1), (account.Balance, account.InvoiceCount));
    }

    [Fact]
    public void An_invoice_over_nothing_is_counted_but_not_owed()
    {
        var account = Open.After(Start("K-1", Day(2, 1)), SampleInvoice.Of("K-1", Day(2, 1), Day(3, 1), net: 0));

        Assert.Empty(account.OpenItems);
        Assert.Equal(1, account.InvoiceCount);
    }

    [Fact]
    public void History_keeps_a_year_and_a_month()
    {
        var account = Open.After(Start("K-1", Day(1, 1)));
        for (var from = Day(1, 1); from < Day(1, 1).PlusMonths(15); from = from.PlusMonths(1))
            account = account.After(SampleInvoice.Of("K-1", from, from.PlusMonths(1)));

        var history = account.Contract("K-1")!.History;
        Assert.Equal(Contract.HistoryCountMax, history.Length);
        Assert.Equal((Day(3, 1), Day(3, 1).PlusMonths(12)), (history[0].Period.From, history[^1].Period.From));
    }

    [Fact]
    public void The_most_recent_commands_are_remembered_once_each()
    {
        var account = Open;
        for (var i = 0; i < 20; i++)
            account = account.Apply(new AccountEvent.ChargeRemoved("none"), Envelope($"command-{i}", i));
        account = account.Apply(new AccountEvent.ChargeRemoved("none"), Envelope("command-10", 99));

        Assert.Equal(Account.RecentCountMax, account.Recent.Length);
        Assert.Null(account.Receipt("command-3"));
        Assert.Equal("command-10", account.Recent[^1].CommandId);
        Assert.Equal(99, account.Receipt("command-10")!.Version);
        Assert.Single(account.Recent, receipt => receipt.CommandId == "command-10");
    }

    [Fact]
    public void The_balance_is_what_the_invoices_came_to() =>
        Gen.Long[-1_000_000, 1_000_000].Array[0, 12].Sample(nets =>
        {
            var account = Open.After(Start("K-1", Day(1, 1)));
            for (var i = 0; i < nets.Length; i++)
                account = account.After(SampleInvoice.Of("K-1", Day(1, 1).PlusDays(i), Day(1, 2).PlusDays(i), nets[i]));
            Assert.Equal(nets.Sum(net => net + (net / 5)), account.Balance.Minor);
            Assert.Equal(nets.Length, account.InvoiceCount);
            Assert.DoesNotContain(account.OpenItems, item => item.Open.IsZero);
        });
}
