using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Transfers;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Tests.Accounts;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Tests.Verification;

/// <summary>Commits of accounts as the domain's own deciders make them.</summary>
internal static class Ledgers
{
    public const string Contract = "CT-1";

    private static readonly LocalDate Day = new(2025, 1, 1);

    private static readonly Instant At = Instant.FromUtc(2025, 2, 1, 8, 0);

    public static string Key(string accountId) => "E1/" + accountId;

    public static string ServicePoint(string key) => "SP-" + AccountKey.IdOf(key);

    public static AccountCommit Open(string key) => Commit(
        new LoadedAccount(key, Account.None, 0, HashChain.Start),
        new AccountEvent.Opened("E1", "C-1", "EUR", "monthly", 14, Day),
        new AccountEvent.ContractStarted(Contract, ServicePoint(key), "home-tou", Day, null));

    public static AccountCommit Charge(LoadedAccount before, int minor) =>
        Commit(before, new AccountEvent.ChargeAdded("CH-" + Turns.NewId(), "Meter test", minor, "standard", Day));

    public static ReceiveCash CashOf(string receiptId, long minor) =>
        new(receiptId, "bank", CashMethod.Wire, minor, "EUR", Day, Day);

    public static AccountCommit Receive(LoadedAccount before, ReceiveCash money) =>
        Commit(before, ReceiptBooking.Decide(before.State, money, CashTerms.Usual).Events);

    public static AccountCommit Refund(LoadedAccount before, string receiptId, long minor)
    {
        var context = new CommandContext("unused", new Actor(ActorKind.Person, "ada"), "api", At, "too much");
        var wanted = new RequestRefund("F-" + receiptId, receiptId, null, minor, null, null, Day);
        return Commit(before, RefundEntry.Decide(before.State, wanted, context).Events);
    }

    /// <summary>All that an account has goes to another one.</summary>
    public static AccountCommit Send(LoadedAccount before, string transferId, string to)
    {
        var context = new CommandContext("unused", new Actor(ActorKind.Person, "ada"), "api", At, "moved house");
        var start = new StartTransfer(
            transferId,
            before.Key,
            $"{before.State.EntityId}/{to}",
            TransferScope.Balance,
            [],
            null,
            Day.PlusMonths(1));
        return Commit(before, TransferSending.Decide(before.State, start, context).Events);
    }

    public static AccountCommit TakeIn(LoadedAccount before, LoadedAccount sender, string transferId) => Commit(
        before,
        TransferReceiving.Decide(
            before.State,
            new ReceiveTransfer(
                sender.Key, sender.State.TransferOut(transferId)!, sender.State.Currency.Code, Day.PlusMonths(1)))
        .Events);

    public static AccountCommit Settle(LoadedAccount before, string transferId, string? code) => Commit(
        before, TransferSettling.Decide(before.State, transferId, code, Day.PlusMonths(1)).Events);

    /// <summary>A deposit of 200.00 that was asked for in one part and paid to 150.00.</summary>
    public static AccountCommit Deposit(LoadedAccount before)
    {
        const string item = "D-1.part-1";
        var due = Day.PlusDays(14);
        var share = new ItemShare(item, item, 20_000, Day, due, 15_000, ItemKind.Deposit);
        return Commit(
            before,
            new AccountEvent.DepositAssessed("D-1", DepositBasis.Hand, 20_000, 0, Day),
            new AccountEvent.DepositRequested("D-1", [new DepositInstalment(item, due, 20_000)], Day),
            new AccountEvent.ReceiptBooked(
                "R-D", "bank", CashMethod.Wire, 15_000, Day, Day, null, null, null, null, null, false),
            new AccountEvent.ReceiptApplied(
                "R-D", new CashApplied("received", AppliedBy.Wish, Day, [share], 15_000, 0, [])));
    }

    public static UnidentifiedCash Unidentified(string cashId, long minor) => new(
        "E1",
        "A-77",
        new Payment(cashId, "bank", "wire", minor, "EUR", new DateOnly(2025, 1, 2), "Berta Before"),
        new DateOnly(2025, 1, 3));

    public static AccountCommit Commit(LoadedAccount before, params ImmutableArray<AccountEvent> events) => new(
        before,
        new CommandContext("cmd-" + Turns.NewId(), new Actor(ActorKind.Job, "test"), "run", At),
        "hash",
        null,
        events);

    /// <summary>The next month of the contract with all charges that wait.</summary>
    public static AccountCommit Bill(LoadedAccount before, string? runId = null)
    {
        var plan = Plan(before.State);
        var accountId = AccountKey.IdOf(before.Key);
        var id = string.Create(CultureInfo.InvariantCulture, $"E1.{accountId}.{before.Version + 1}");
        var decision = CycleClosing.Decide(before.State, new IssueInvoice(id, runId, plan.Period.Until, plan));
        return Issue(before, Assert.IsType<AccountEvent.InvoiceIssued>(Assert.Single(decision.Events)), plan);
    }

    /// <summary>A bill whose days do not follow those of the one before: no decider would make it.</summary>
    public static AccountCommit BillOutOfTurn(LoadedAccount before, int days)
    {
        var commit = Bill(before);
        var issued = (AccountEvent.InvoiceIssued)commit.Events[0];
        var period = issued.Contracts[0].Period;
        var moved = issued.Contracts[0] with { Period = new Period(period.From.PlusDays(days), period.Until) };
        return commit with { Events = [issued with { Contracts = [moved] }] };
    }

    public static InvoicePlan Plan(Account account)
    {
        var contract = account.Contract(Contract)!;
        var from = contract.BilledThrough ?? contract.From;
        var period = new Period(from, from.PlusMonths(1));
        ImmutableArray<RatedLine> lines =
        [
            Line(Contract, "energy", "Energy", period, Of(account, 5000)),
            .. account.Charges.Select(charge => Line("", charge.Id, charge.Text, period, charge.Amount)),
        ];
        var net = Money.Sum(account.Currency, lines.Select(line => line.Amount));
        var tax = Of(account, net.Minor * 19 / 100);
        return new InvoicePlan(
            period,
            lines,
            [new TaxLine("VAT", "Value added tax", 19m, net, tax)],
            [new RevenueShare("home-tou", 5000), new RevenueShare("charges", net.Minor - 5000)],
            [new ContractBilled(Contract, period, [new MeasuredUse("kWh", Direction.Import, 312.25m, 0m)], [])],
            [.. account.Charges.Select(charge => charge.Id)],
            net,
            tax)
        {
            LineTaxes = TaxesOf(lines, tax.Minor),
        };
    }

    // The first line takes what is left of rounding.
    private static ImmutableArray<LineTax> TaxesOf(ImmutableArray<RatedLine> lines, long taxMinor)
    {
        var others = lines.Skip(1).Select((line, i) => new LineTax(
            i + 1, 0, line.Amount.Minor, line.Amount.Minor * 19 / 100)).ToList();
        return
        [
            new LineTax(0, 0, lines[0].Amount.Minor, taxMinor - others.Sum(part => part.AmountMinor)), .. others,
        ];
    }

    private static AccountCommit Issue(LoadedAccount before, AccountEvent.InvoiceIssued issued, InvoicePlan plan) =>
        Commit(before, issued) with
        {
            Invoice = CycleClosing.DocumentOf(before.State, issued, plan, "INV", AccountKey.IdOf(before.Key)),
        };

    private static Money Of(Account account, long minor) => new(minor, account.Currency);

    private static RatedLine Line(string contractId, string code, string text, Period period, Money amount) => new(
        contractId, code, text, period, 312.25m, "kWh", 0.16m, amount.ToDecimal(), amount, null, "peak", "home-tou@3",
        "standard", new LineSource("intervals", "E1 2025-01-01..2025-02-01", "I-1"));
}
