using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>
/// What random lives send to other accounts and get from them, and what must hold of it at any time. One of the others
/// is as it should be, one is closed, one has another currency, one is somebody else's, and one does not exist.
/// </summary>
internal sealed class TransferSteps
{
    private const string Here = "north/A-1";

    private readonly Dictionary<string, OtherAccount> _others = new(StringComparer.Ordinal)
    {
        ["north/A-2"] = new(Account.None.After(Opening)),
        ["north/A-3"] = new(Account.None.After(Opening, new AccountEvent.Closed(Day(1, 1)))),
        ["north/A-4"] = new(Account.None.After(Opening with { Currency = "USD" })),
        ["north/A-5"] = new(Account.None.After(Opening with { CustomerId = "C-2" })),
        ["north/A-6"] = new(Account.None),
    };

    /// <summary>Every event of the room, and the refusals that a life of well-formed commands comes to.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.TransferEvent)))
            .Select(type => type.Name),
        .. new[]
        {
            TransferRefusals.TransferUnknown, TransferRefusals.TransferExists, TransferRefusals.TransferSettled,
            TransferRefusals.TransferPending, TransferRefusals.TransferToSelf, TransferRefusals.OtherEntity,
            TransferRefusals.OtherCustomer, TransferRefusals.TargetUnknown, TransferRefusals.NothingToTransfer,
            TransferRefusals.ScopeWrong, TransferRefusals.ItemsInvalid, TransferRefusals.IdTaken,
            TransferRefusals.ReceiptTransferred, TransferRefusals.MoveOutExists, TransferRefusals.MoveOutUnknown,
            Refusals.AccountClosed, Refusals.CurrencyMismatch,
        }.Select(refusal => refusal.Code),
    ];

    /// <summary>Events and refusals of the other accounts.</summary>
    public Tally Reached { get; } = new();

    /// <summary>How often one of them changed.</summary>
    public int ChangeCount { get; private set; }

    public Func<Account, Decision<AccountEvent>> Of(BooksStep step, LocalDate day)
    {
        var to = $"north/A-{1 + (step.Day % 6)}";
        return step.Kind switch
        {
            BooksStepKind.Send => a => TransferSending.Decide(a, Start(a, step, to, day), Context("why")),
            BooksStepKind.Deliver => a => Delivered(a, step, day),
            BooksStepKind.TakeIn when step.Amount % 4 == 0 => a => ReversedHere(a, day),
            BooksStepKind.TakeIn => a => TakenIn(a, step, day),
            BooksStepKind.MoveOut when step.Amount % 2 == 0 => a => BalanceMoving.Decide(
                a, Here, $"M-{step.Day % 3}", day, Context("why")),
            _ => a => MovingOut.Decide(
                a,
                new EndSupply(
                    $"M-{step.Day % 3}", Here, $"K-{step.Contract}", day, step.Amount % 3 == 0 ? null : to, day),
                Context("why")),
        };
    }

    public void Check(Account account, BookedSums booked)
    {
        CheckOne(account, booked);
        foreach (var other in _others.Values)
            CheckOne(other.Account, other.Booked);
        var posted = InTransit(booked) + _others.Values.Sum(other => InTransit(other.Booked));
        var underWay = account.TransfersOut.Where(one => one.IsPending && !HasArrived(one))
            .Concat(_others.Values.SelectMany(other => other.Account.TransfersOut.Where(one => one.IsPending)));
        Assert.Equal(underWay.Sum(one => one.Value.NetMinor), posted);
    }

    public static string Describe(Account account) => string.Join('\n',
    [
        .. account.TransfersOut.Select(one => $"{one.Id} {one.To} {one.State} {one.Code} {one.Value.NetMinor}"),
        .. account.TransfersIn.Select(one => $"{one.Id} {one.From} {one.Code} {one.Value.NetMinor}"),
        .. account.MoveOuts.Select(one => one.ToString()),
    ]);

    private static void CheckOne(Account account, BookedSums booked)
    {
        var sent = account.TransfersOut.Where(one => one.State != TransferState.Returned);
        var taken = account.TransfersIn.Where(one => one.IsTaken);
        Assert.Equal(
            sent.Sum(one => one.Value.NetMinor) - taken.Sum(one => one.Value.NetMinor), InTransit(booked));
    }

    private static long InTransit(BookedSums booked) => booked.Of(TransferPostings.InTransit);

    private static StartTransfer Start(Account account, BooksStep step, string to, LocalDate day)
    {
        var scope = (TransferScope)(Math.Abs(step.Amount) % 4);
        var first = account.OpenItems.FirstOrDefault()?.Id ?? "none";
        return new StartTransfer(
            $"T-{step.Day % 40}",
            Here,
            step.Amount % 11 == 0 ? "south/A-2" : to,
            scope,
            step.Contract == 1 ? step.Amount % 3 == 0 ? [first, first] : [first] : [],
            step.Contract == 2 && scope == TransferScope.Cash ? Math.Abs(step.Amount) : null,
            day);
    }

    // The other account decides in its own time; the same transfer may come to it more than once.
    private Decision<AccountEvent> Delivered(Account account, BooksStep step, LocalDate day)
    {
        var transfer = account.TransfersOut.FirstOrDefault(one => one.IsPending)
            ?? account.TransfersOut.LastOrDefault();
        if (transfer is null || !_others.TryGetValue(transfer.To, out var other))
            return TransferSettling.Decide(account, $"T-{step.Day}", null, day);
        if (transfer.IsPending)
        {
            Take(other, a => TransferReceiving.Decide(a, new ReceiveTransfer(Here, transfer, "EUR", day)));
            if (step.Contract == 2)
                return Decision<AccountEvent>.Nothing; // Killed between the legs: it arrived and nobody knows.
        }
        var known = other.Account.TransferIn(Here, transfer.Id);
        var code = known is null ? TransferRefusals.TargetUnknown.Code : known.Code;
        return TransferSettling.Decide(account, transfer.Id, step.Amount % 13 == 0 && !transfer.IsPending
            ? code is null ? "account-closed" : null
            : code, day);
    }

    // What the good account has goes back, under an id that may have been used.
    private Decision<AccountEvent> TakenIn(Account account, BooksStep step, LocalDate day)
    {
        var (from, other) = ("north/A-2", _others["north/A-2"]);
        var id = $"B-{step.Day % 9}";
        Take(other, a => TransferSending.Decide(
            a, new StartTransfer(id, from, Here, (TransferScope)(step.Contract + 1), [], null, day), Context("why")));
        if (other.Account.TransferOut(id) is not { } transfer)
            return TransferSending.Decide(account, Start(account, step, Here, day), Context("why"));
        var leg = new ReceiveTransfer(from, transfer, "EUR", day);
        leg = step.Amount % 5 == 0 ? Twisted(account, leg) : leg;
        var known = account.TransferIn(leg.From, leg.Transfer.Id);
        var decision = known is null || known.Value.Matches(transfer.Value)
            ? TransferReceiving.Decide(account, leg)
            : Decision<AccountEvent>.Nothing;
        if (leg.From == from && transfer.IsPending)
        {
            var code = decision.Events.OfType<AccountEvent.TransferRefused>().FirstOrDefault()?.Code;
            Take(other, a => TransferSettling.Decide(a, id, code, day));
        }
        foreach (var refused in decision.Events.OfType<AccountEvent.TransferRefused>())
            Reached.Add(refused.Code);
        return decision;
    }

    private static Decision<AccountEvent> ReversedHere(Account account, LocalDate day) => ReceiptReversal.Decide(
        account,
        new ReverseReceipt(
            account.Cash.Receipts.FirstOrDefault(receipt => receipt.TransferId is not null)?.Id ?? "none",
            CashReceiptState.Reversed,
            "AM04",
            day),
        ReturnPolicy.Usual,
        Context("why"));

    // Somebody else's transfer of an id that was taken is refused; one that was not is not there to be sent.
    private static ReceiveTransfer Twisted(Account account, ReceiveTransfer leg) =>
        account.TransfersIn.FirstOrDefault(one => one.IsTaken) is { } taken
            ? leg with { From = "north/A-9", Transfer = leg.Transfer with { Id = taken.Id } }
            : leg with { From = "north/A-9", Currency = "USD" };

    private void Take(OtherAccount other, Func<Account, Decision<AccountEvent>> decide)
    {
        var decision = decide(other.Account);
        if (decision.Refusal is { } refusal)
            Reached.Add(refusal.Code);
        foreach (var happened in decision.Events)
        {
            Reached.Add(happened.GetType().Name);
            if (happened is AccountEvent.TransferRefused refused)
                Reached.Add(refused.Code);
            other.Add(happened);
            ChangeCount++;
        }
    }

    private bool HasArrived(OutgoingTransfer transfer) =>
        _others.TryGetValue(transfer.To, out var other) && other.Account.TransferIn(Here, transfer.Id) is
        {
            IsTaken: true,
        };

    private sealed class OtherAccount(Account opened)
    {
        public Account Account { get; private set; } = opened;

        public BookedSums Booked { get; } = new();

        public void Add(AccountEvent happened)
        {
            if (PostingRules.EntryOf(happened, Euro) is { } entry)
                Booked.Add(entry);
            Account = Account.After(happened);
        }
    }
}
