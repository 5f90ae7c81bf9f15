using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Invoicing.SampleClosing;

namespace BillingActors.Domain.Tests.Books;

/// <summary>An account with its events, and what must hold of them at any time.</summary>
internal sealed class BooksUnderTest
{
    private readonly List<(AccountEvent Happened, EventEnvelope Envelope)> _events = [];
    private readonly List<AccountEvent> _happened = [];
    private readonly List<JournalEntry> _entries = [];
    private readonly BookedSums _booked = new();
    private readonly Dictionary<string, EventEnvelope> _stored = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Who, Func<Account, Decision<AccountEvent>> Decide)> _commands = [];
    private readonly List<InvoicePlan> _plans = [];
    private readonly TransferSteps _transfers = new();
    private readonly PeriodSteps _periods = new();
    private readonly Dictionary<string, InvoicePlan> _planOf = new(StringComparer.Ordinal);
    private readonly List<IssuedBill> _bills = [];
    private Account _account = Account.None;
    private StoreAnswer _answer;
    private int _changeCount;
    private int _checkedCount = -1;

    public BooksUnderTest() =>
        Handle("open", ApprovalSteps.Maker, static account => AccountOpening.Decide(account, Opening));

    /// <summary>Whether each restart is held against the state that was forgotten.</summary>
    public bool ComparesRestarts { get; init; }

    public int InvoiceCount => _account.InvoiceCount;

    public int RefusalCount { get; private set; }

    public int ReplayCount { get; private set; }

    /// <summary>How many commands came again because nobody heard what the store had answered.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>The events and refusals this life came to.</summary>
    public Tally Reached { get; } = new();

    /// <summary>The same of the accounts it sent something to, and of the months of its books.</summary>
    public IEnumerable<Tally> ReachedElsewhere => [_transfers.Reached, _periods.Reached];

    public void Take(BooksStep step)
    {
        Reached.Add(BooksStep.NameOf(step.Kind));
        switch (step.Kind)
        {
            case BooksStepKind.Plan:
                // Now and then a whole year is billed, so that what is settled by the year is.
                var until = Date(step).PlusYears(step.Amount > 2_600 ? 1 : 0);
                if (CycleCalculation.Calculate(_account, ClosingOf(until)).Plan is { } plan)
                    _plans.Add(plan);
                break;
            case BooksStepKind.Repeat when _commands.Count > 0:
                var (id, who, decide) = _commands[step.Day % _commands.Count];
                Handle(id, who, decide);
                break;
            case BooksStepKind.Period:
                _periods.Take(step, _entries);
                break;
            case BooksStepKind.Restart:
                Restart();
                break;
            case BooksStepKind.LoseAnswer:
                _answer = step.Contract == 0 ? StoreAnswer.LostUnstored : StoreAnswer.LostStored;
                break;
            case BooksStepKind.Crowd:
                foreach (var one in CrowdSteps.Of(step, Date(step)))
                    HandleNew(step, one);
                break;
            case BooksStepKind.Batch:
                foreach (var one in BatchSteps.Of(step, Date(step)))
                    HandleNew(step, one);
                break;
            case BooksStepKind.Repeat:
            case BooksStepKind.Issue when _plans.Count == 0:
            case BooksStepKind.Correct when _bills.Count == 0:
                break;
            default:
                HandleNew(step, CommandOf(step));
                break;
        }
    }

    /// <summary>What must hold; a step that was refused has left everything as it was.</summary>
    public void Check()
    {
        var count = _changeCount + _transfers.ChangeCount + _periods.ChangeCount;
        if (count == _checkedCount)
            return;
        _checkedCount = count;
        var receivables = _booked.Of(PostingRules.Receivables);
        Assert.Equal(0, _booked.TotalMinor);
        Assert.Equal(receivables, _account.OpenItems.Sum(item => item.Open.Minor));
        Assert.Equal(receivables, _account.Balance.Minor);
        Assert.All(_account.OpenItems, item => Assert.False(item.Open.IsZero));
        Assert.Equal(
            _account.OpenItems.Length, _account.OpenItems.Select(i => i.Id).Distinct(StringComparer.Ordinal).Count());
        DisputeSteps.Check(_account, _happened);
        CollectionSteps.Check(_account, _happened);
        CashSteps.Check(_account, _happened, _booked);
        _transfers.Check(_account, _booked);
        CreditSteps.Check(_account, _bills);
        DepositSteps.Check(_account, _happened, _booked);
        BudgetSteps.Check(_account, _booked);
        CollectiveSteps.Check(_account, _happened, _booked);
        ApprovalSteps.Check(_account, _events);
        _periods.Check(_entries);
        CheckBilledOnce();
    }

    /// <summary>Forgets the state and folds it from the events: it must be what it was.</summary>
    public void Restart()
    {
        var folded = _events.Aggregate(Account.None, static (account, e) => account.Apply(e.Happened, e.Envelope));
        if (ComparesRestarts)
            Assert.Equal(Describe(folded), Describe(_account));
        _account = folded;
        _changeCount++;
    }

    private void CheckBilledOnce()
    {
        var invoices = _happened.OfType<AccountEvent.InvoiceIssued>().ToList();
        Assert.Equal(invoices.Count, _account.InvoiceCount);
        Assert.Equal(invoices.Count, invoices.Select(i => i.InvoiceId).Distinct(StringComparer.Ordinal).Count());
        var cancelled = _account.CreditMemos.Where(memo => memo.IsCancellation)
            .Select(memo => memo.InvoiceId).ToHashSet(StringComparer.Ordinal);
        invoices.RemoveAll(invoice => cancelled.Contains(invoice.InvoiceId));
        var byContract = invoices.SelectMany(i => i.Contracts).GroupBy(c => c.ContractId, StringComparer.Ordinal);
        foreach (var periods in byContract)
        {
            var contract = _account.Contract(periods.Key)!;
            var next = contract.From;
            foreach (var billed in periods)
            {
                Assert.Equal(next, billed.Period.From);
                next = billed.Period.Until;
            }
            Assert.Equal(next, contract.BilledThrough);
            Assert.True(contract.Until is not { } until || next <= until, "days after the end are billed");
        }
    }

    private void HandleNew(BooksStep step, Func<Account, Decision<AccountEvent>> command)
    {
        _commands.Add(($"command-{_commands.Count}", ApprovalSteps.ActorOf(step), command));
        Handle(_commands[^1].Id, _commands[^1].Who, command);
    }

    // As a grain does it: a command that came before has had its effect.
    private void Handle(string commandId, string who, Func<Account, Decision<AccountEvent>> decide)
    {
        if (CommandReplay.Check(ReceiptOf(commandId), HashOf(commandId)).IsReplay)
        {
            ReplayCount++;
            return;
        }
        var decision = decide(_account);
        if (decision.Refusal is { } refusal)
        {
            RefusalCount++;
            Reached.Add(refusal.Code);
        }
        if (decision.Events.IsEmpty)
            return;
        var answer = _answer;
        _answer = StoreAnswer.Heard;
        if (answer != StoreAnswer.LostUnstored)
            Store(commandId, who, decision);
        if (answer != StoreAnswer.Heard)
            HandleAgain(commandId, who, decide);
    }

    // Nobody knows whether it was stored: the truth is read again, and the same command comes once more.
    private void HandleAgain(string commandId, string who, Func<Account, Decision<AccountEvent>> decide)
    {
        UnknownCount++;
        Restart();
        var (count, isStored) = (_events.Count, _stored.ContainsKey(commandId));
        Handle(commandId, who, decide);
        Assert.Equal(!isStored, _events.Count > count);
    }

    private CommandReceipt? ReceiptOf(string commandId) => _account.Receipt(commandId)
        ?? (_stored.GetValueOrDefault(commandId) is { } stored
            ? new CommandReceipt(commandId, stored.RequestHash, stored.Version, null)
            : null);

    private void Store(string commandId, string who, Decision<AccountEvent> decision)
    {
        foreach (var happened in decision.Events.Named("north", "A-1", _events.Count))
        {
            var envelope = Envelope(commandId, _events.Count + 1, NumberOf(happened)) with
            {
                Context = Context("why", commandId, who),
                BookedFrom = _periods.BookedFrom(happened),
            };
            if (happened is AccountEvent.InvoiceIssued issued)
            {
                var document = CycleClosing.DocumentOf(_account, issued, _planOf[issued.InvoiceId], "INV", "A-1");
                _bills.Add(new IssuedBill(_account, issued, document));
            }
            _events.Add((happened, envelope));
            _happened.Add(happened);
            _stored.TryAdd(commandId, envelope);
            if (PostingRules.EntryOf(happened, Euro)?.NotBefore(envelope.BookedFrom) is { } entry)
            {
                _entries.Add(entry);
                _booked.Add(entry);
            }
            foreach (var name in NamesOf(happened))
                Reached.Add(name);
            var before = _account;
            _account = before.Apply(happened, envelope);
            ItemMoves.Check(before, _account, happened);
            _changeCount++;
        }
    }

    private static string HashOf(string commandId) => "hash-of-" + commandId;

    private static IEnumerable<string> NamesOf(AccountEvent happened) => happened switch
    {
        AccountEvent.ActionRequested e => [happened.GetType().Name, ApprovalSteps.AskedFor(e.Action.Name)],
        AccountEvent.ActionVoided e => [happened.GetType().Name, ApprovalSteps.VoidedBy(e.Code)],
        _ => [happened.GetType().Name],
    };

    private DocumentNumber[] NumberOf(AccountEvent happened) => happened switch
    {
        AccountEvent.InvoiceIssued => [new DocumentNumber("INV", InvoiceCount + 1)],
        AccountEvent.CreditMemoIssued => [new DocumentNumber("CM", _account.CreditMemos.Length + 1)],
        _ => [],
    };

    private Func<Account, Decision<AccountEvent>> CommandOf(BooksStep step)
    {
        var (contract, day) = ($"K-{step.Contract}", Date(step));
        var tariff = step.Amount % 2 == 0 ? "flat" : "green";
        var charge = Charge($"fee-{step.Day % 5}", step.Amount, day, tariff == "flat" ? "standard" : "none");
        return step.Kind switch
        {
            BooksStepKind.Start => a => ContractStart.Decide(
                a, Start(contract, day, null, tariff, $"SP-{step.Contract % 2}")),
            BooksStepKind.ChangeTariff => a => TariffChange.Decide(a, contract, tariff, day),
            BooksStepKind.End => a => ContractEnd.Decide(a, contract, day),
            BooksStepKind.AddCharge => a => ChargeEntry.Decide(a, charge, Context("why not")),
            BooksStepKind.RemoveCharge => a => ChargeRemoval.Decide(a, charge.ChargeId, Context("why not")),
            BooksStepKind.Dispute => DisputeSteps.Of(step, day, [.. _bills]),
            BooksStepKind.Collect or BooksStepKind.Arrange or BooksStepKind.Place or BooksStepKind.Serve =>
                CollectionSteps.Of(step, day),
            BooksStepKind.Ask => ApprovalSteps.Ask(step, day, [.. _bills]),
            BooksStepKind.Decide => ApprovalSteps.Decide(step, day),
            BooksStepKind.AskDeposit or BooksStepKind.ReturnDeposit => DepositSteps.Of(step, day),
            BooksStepKind.Budget => BudgetSteps.Of(step, day),
            BooksStepKind.Collective => CollectiveSteps.Of(step, day),
            BooksStepKind.ChangeProfile => a => ProfileChange.Decide(a, "monthly", step.Day),
            BooksStepKind.Correct => CreditSteps.Correct(step, day, [.. _bills]),
            BooksStepKind.Lower => CreditSteps.Lower(step, day),
            BooksStepKind.Issue => Issuing(_plans[step.Day % _plans.Count], day),
            BooksStepKind.Malform => MalformedSteps.Of(step, day),
            BooksStepKind.Send or BooksStepKind.Deliver or BooksStepKind.TakeIn or BooksStepKind.MoveOut =>
                _transfers.Of(step, day),
            _ => CashSteps.Of(step, day),
        };
    }

    // As a grain does it: the id is that of the version it becomes, and so is drawn anew each time it is decided.
    private Func<Account, Decision<AccountEvent>> Issuing(InvoicePlan plan, LocalDate day) =>
        account =>
        {
            var invoiceId = $"north.A-1.{_events.Count + 1}";
            _planOf[invoiceId] = plan;
            return CycleClosing.Decide(account, new IssueInvoice(invoiceId, null, day, plan));
        };

    private ClosingInputs ClosingOf(LocalDate until) => Inputs(
        until,
        [.. _account.Contracts.Select(c => Input(c.Id, Unmetered(), Fixed(), Fixed("green", 7.77m)))]);

    private static LocalDate Date(BooksStep step) => Day(1, 1).PlusDays(step.Day);

    // Records compare their arrays by reference, so states are compared as text.
    private static string Describe(Account account) => string.Join('\n',
    [
        $"{account.Status} {account.CycleId} {account.TermsDays} {account.InvoiceCount}",
        .. account.Contracts.Select(c =>
            $"{c.Id} {c.From} {c.Until} {c.BilledThrough} {c.History.Length} {string.Join(',', c.Tariffs)}"),
        .. account.Charges.Select(charge => charge.ToString()),
        .. account.OpenItems.Select(item => item.ToString()),
        DisputeSteps.Describe(account),
        CollectionSteps.Describe(account),
        CashSteps.Describe(account.Cash),
        TransferSteps.Describe(account),
        .. account.CreditMemos.Select(memo => $"{memo.CreditId} {memo.MemoId} {memo.IsCancellation}"),
        .. account.WriteOffs.Select(writeOff => $"{writeOff.Id} {writeOff.LeftMinor}"),
        DepositSteps.Describe(account.Deposited),
        BudgetSteps.Describe(account),
        CollectiveSteps.Describe(account),
        ApprovalSteps.Describe(account),
        .. account.Recent.Select(receipt => receipt.ToString()),
    ]);
}
