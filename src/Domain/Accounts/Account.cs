using System.Collections.Immutable;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>
/// An account that pays: the fold of its events. It belongs to one legal entity and has one currency.
/// </summary>
public sealed partial record Account
{
    /// <summary>
    /// How many recent commands are kept at hand; older ones are found in the account's stored events.
    /// </summary>
    public const int RecentCountMax = 16;

    /// <summary>The account before its first event.</summary>
    public static Account None { get; } = new();

    /// <summary>Where it stands in its life.</summary>
    public AccountStatus Status { get; init; }

    /// <summary>The legal entity that issues its invoices.</summary>
    public string EntityId { get; init; } = "";

    /// <summary>The customer who owns it.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>Its one currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>The bill cycle it is closed with.</summary>
    public string CycleId { get; init; } = "";

    /// <summary>Days from issue to due date.</summary>
    public int TermsDays { get; init; }

    /// <summary>When it was opened.</summary>
    public LocalDate OpenedOn { get; init; }

    /// <summary>Its contracts, in the order they were made.</summary>
    public ImmutableArray<Contract> Contracts { get; init; } = [];

    /// <summary>One-off charges that wait for the next invoice.</summary>
    public ImmutableArray<PendingCharge> Charges { get; init; } = [];

    /// <summary>What is owed, by document, oldest first.</summary>
    public ImmutableArray<OpenItem> OpenItems { get; init; } = [];

    /// <summary>How many invoices it ever got.</summary>
    public int InvoiceCount { get; init; }

    /// <summary>The most recent commands, newest last.</summary>
    public ImmutableArray<CommandReceipt> Recent { get; init; } = [];

    /// <summary>Whether it takes commands.</summary>
    public bool IsOpen => Status == AccountStatus.Open;

    /// <summary>What the customer owes in all; negative when in credit.</summary>
    public Money Balance => Money.Sum(Currency, OpenItems.Select(item => item.Open));

    /// <summary>The contract with the id, or null.</summary>
    public Contract? Contract(string contractId) => Contracts.FirstOrDefault(c => c.Id == contractId);

    /// <summary>The receipt of a recent command, or null.</summary>
    public CommandReceipt? Receipt(string commandId) => Recent.FirstOrDefault(r => r.CommandId == commandId);

    /// <summary>The account after an event; the envelope brings numbers and the command's receipt.</summary>
    public Account Apply(AccountEvent happened, EventEnvelope envelope)
    {
        var after = happened switch
        {
            AccountEvent.Opened e => Open(e),
            AccountEvent.ProfileChanged e => this with { CycleId = e.CycleId, TermsDays = e.TermsDays },
            AccountEvent.ContractStarted e => this with { Contracts = Contracts.Add(Started(e)) },
            AccountEvent.ContractTariffChanged e => WithContract(e.ContractId, c => Moved(c, e)),
            AccountEvent.ContractEnded e => WithContract(e.ContractId, c => c with { Until = e.Until }),
            AccountEvent.ChargeAdded e => this with { Charges = Charges.Add(Pending(e)) },
            AccountEvent.ChargeRemoved e => this with { Charges = Charges.RemoveAll(c => c.Id == e.ChargeId) },
            AccountEvent.InvoiceIssued e => Invoiced(e, envelope),
            AccountEvent.CreditEvent e => CreditFold.Apply(this, e, envelope),
            AccountEvent.ApprovalEvent e => ApprovalFold.Apply(this, e, envelope),
            AccountEvent.DisputeEvent e => DisputeFold.Apply(this, e, envelope),
            AccountEvent.ChargeWaived e => ApprovalFold.Moved(
                CollectionFold.Apply(this, e), MoneyAction.Waiving.ActionName, e.Share.AmountMinor, e.On, envelope),
            AccountEvent.CollectionEvent e => CollectionFold.Apply(this, e),
            AccountEvent.CollectiveEvent e => CollectiveFold.Apply(this, e),
            AccountEvent.BudgetEvent e => BudgetFold.Apply(this, e),
            AccountEvent.Closed => this with { Status = AccountStatus.Closed },
            AccountEvent.RefundRequested { IsByHand: true } e => ApprovalFold.Moved(
                CashFold.Apply(this, e), MoneyAction.Refunding.ActionName, e.Refund.AmountMinor, e.On, envelope),
            AccountEvent.CashEvent e => CashFold.Apply(this, e),
            AccountEvent.TransferEvent e => TransferFold.Apply(this, e, envelope),
            AccountEvent.DepositEvent e => DepositFold.Apply(this, e, envelope),
            AccountEvent.RatedUsageEvent e => UsageFold.Apply(this, e, envelope),
            _ => throw new BrokenInvariantException("every event of an account is known"),
        };
        var watched = DepositWatch.After(this, CollectionWatch.After(this, after, happened), happened);
        return watched.Remember(envelope);
    }

    private static Account Open(AccountEvent.Opened e) => new()
    {
        Status = AccountStatus.Open,
        EntityId = e.EntityId,
        CustomerId = e.CustomerId,
        Currency = Currency.Of(e.Currency),
        CycleId = e.CycleId,
        TermsDays = e.TermsDays,
        OpenedOn = e.On,
    };

    private static Contract Started(AccountEvent.ContractStarted e) =>
        new(e.ContractId, e.ServicePointId, e.From, e.Until, [new(e.From, e.TariffId)], null, [], []);

    // Neighbours on the same tariff are one assignment, so that no line is split where nothing changes.
    private static Contract Moved(Contract contract, AccountEvent.ContractTariffChanged e)
    {
        var before = contract.Tariffs.RemoveAll(t => t.From >= e.From);
        return before.Length > 0 && before[^1].TariffId == e.TariffId
            ? contract with { Tariffs = before }
            : contract with { Tariffs = before.Add(new(e.From, e.TariffId)) };
    }

    private PendingCharge Pending(AccountEvent.ChargeAdded e) =>
        new(e.ChargeId, e.Text, new Money(e.AmountMinor, Currency), e.TaxCategory, e.On);

    private Account WithContract(string contractId, Func<Contract, Contract> change) => this with
    {
        Contracts = [.. Contracts.Select(c => c.Id == contractId ? change(c) : c)],
    };

    private Account Invoiced(AccountEvent.InvoiceIssued e, EventEnvelope envelope)
    {
        var total = new Money(e.NetMinor + e.TaxMinor, Currency);
        var number = envelope.Numbers.Length > 0 ? envelope.Numbers[0].ToString() : "";
        var billed = e.Contracts.Aggregate(this, static (account, moved) =>
            account.WithContract(moved.ContractId, c => Billed(c, moved)));
        var owed = e switch
        {
            { BudgetId: not null } => BudgetFold.Billed(billed, e),
            { ParentId: not null } => billed,
            _ => billed.WithItem(new OpenItem(e.InvoiceId, number, total, total, e.IssuedOn, e.DueOn)),
        };
        return UsageFold.Counted(owed, e.Contracts.Select(static one => one.ContractId)) with
        {
            Charges = Charges.RemoveAll(c => e.ChargeIds.Contains(c.Id, StringComparer.Ordinal)),
            InvoiceCount = InvoiceCount + 1,
        };
    }

    private static Contract Billed(Contract contract, ContractBilled moved)
    {
        var history = contract.History.Add(new BilledUse(moved.Period, moved.Uses));
        return UsageFold.Billed(contract with
        {
            BilledThrough = moved.Period.Until,
            Positions = moved.Positions,
            State = moved.State,
            History = history.Length > Accounts.Contract.HistoryCountMax ? history.RemoveAt(0) : history,
        });
    }

    private Account Remember(EventEnvelope envelope)
    {
        var context = envelope.Context;
        var receipt = new CommandReceipt(context.CommandId, envelope.RequestHash, envelope.Version, envelope.Reference);
        return this with { Recent = With(Recent, receipt) };
    }

    // A command has one receipt, its newest; of too many the oldest goes.
    private static ImmutableArray<CommandReceipt> With(ImmutableArray<CommandReceipt> recent, CommandReceipt receipt)
    {
        var left = recent.Length >= RecentCountMax ? 0 : -1;
        for (var i = 0; i < recent.Length; i++)
        {
            if (recent[i].CommandId == receipt.CommandId)
                left = i;
        }
        return left < 0 ? recent.Add(receipt) : recent.RemoveAt(left).Add(receipt);
    }
}
