using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>
/// What random lives ask for above a limit, what second persons make of it, and what must hold of it at any time.
/// </summary>
internal static class ApprovalSteps
{
    /// <summary>Who asks.</summary>
    public const string Maker = "anna";

    /// <summary>Who agrees.</summary>
    public const string Checker = "ben";

    private const long Limit = 100;
    private const long CheckerLimit = 2_500;
    private const int WaitDays = 20;

    /// <summary>Every event of the room, every action that waits, and every refusal an account can answer.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.ApprovalEvent)))
            .Select(type => type.Name),
        .. new[]
        {
            ApprovalRefusals.RequestUnknown, ApprovalRefusals.RequestExists, ApprovalRefusals.SecondPersonNeeded,
            ApprovalRefusals.RequestExpired, ApprovalRefusals.LimitExceeded(Eur(0)), ApprovalRefusals.NotTheMaker,
        }.Select(refusal => refusal.Code),
        .. new[]
        {
            "adjust", "write-off", "recover-write-off", "refund", "credit-memo", "cancel-invoice", "transfer",
            "dispute-credit",
        }.Select(AskedFor),
        VoidedBy("effect-changed"),
    ];

    /// <summary>How an action that waited is named among what was reached.</summary>
    public static string AskedFor(string action) => "asked for " + action;

    /// <summary>How a cause that voided a request is named among what was reached.</summary>
    public static string VoidedBy(string code) => "voided by " + code;

    /// <summary>Asks for something.</summary>
    public static Func<Account, Decision<AccountEvent>> Ask(
        BooksStep step, LocalDate day, ImmutableArray<IssuedBill> bills) => account => ActionTaking.Decide(
            account,
            new TakeAction(ActionOf(account, step, day, bills), Limit, day, day.PlusDays(WaitDays)),
            Context("why", who: Maker));

    /// <summary>Agrees, says no, or takes it back: as one who may, or as one who may not.</summary>
    public static Func<Account, Decision<AccountEvent>> Decide(BooksStep step, LocalDate day) => account =>
    {
        var waiting = account.Requests.IsEmpty ? null : account.Requests[step.Day % account.Requests.Length];
        var (id, effect) = (waiting?.RequestId ?? "none", waiting?.EffectMinor ?? 0);
        var on = waiting is not null && step.Contract > 0 ? LocalDate.Min(day, waiting.ExpiresOn) : day;
        return (Math.Abs(step.Amount) % 8) switch
        {
            0 => ActionRejection.Decide(account, id, on, Context("no", who: Checker)),
            1 => ActionRejection.Withdraw(account, id, on, Context(who: step.Contract == 0 ? Checker : Maker)),
            2 => Approved(account, new(id, effect, CheckerLimit, on), Maker),
            3 => Approved(account, new(id, effect + 1, CheckerLimit, on), Checker),
            4 => RequestFiling.Decide(
                account,
                new AccountEvent.ActionDocumentAdded(id, $"ev-{step.Day % 7}", on),
                Context(who: step.Contract == 0 ? Checker : Maker)),
            _ => Approved(account, new(id, effect, CheckerLimit, on), Checker),
        };
    };

    /// <summary>Who is behind a step.</summary>
    public static string ActorOf(BooksStep step) => step.Kind == BooksStepKind.Decide ? Checker : Maker;

    /// <summary>Nobody agreed to what they asked for, and nothing that waits is done.</summary>
    public static void Check(Account account, IReadOnlyList<(AccountEvent Happened, EventEnvelope Envelope)> events)
    {
        Assert.Equal(
            account.Requests.Length,
            account.Requests.Select(one => one.RequestId).Distinct(StringComparer.Ordinal).Count());
        foreach (var (happened, envelope) in events)
        {
            if (happened is AccountEvent.ActionApproved approved)
                Assert.NotEqual(approved.MakerId, envelope.Context.Actor.Id);
        }
        Assert.All(
            account.RequestDocuments.GroupBy(one => one.RequestId, StringComparer.Ordinal),
            of => Assert.InRange(of.Count(), 1, RequestFiling.DocumentCountMax));
        Assert.Equal(account.RequestDocuments.Length, account.RequestDocuments.Distinct().Count());
        var limits = account.HandSums.Where(sum => sum.PersonId == Checker);
        Assert.All(limits, sum => Assert.InRange(sum.Minor, 0, CheckerLimit));
    }

    public static string Describe(Account account) => string.Join('\n',
    [
        .. account.Requests.Select(one => $"{one.RequestId} {one.Action.Name} {one.EffectMinor} {one.MakerId}"),
        .. account.HandSums.Select(sum => sum.ToString()),
        string.Join(',', account.Decided),
        .. account.RequestDocuments.Select(one => one.ToString()),
        $"{account.HandDay}",
    ]);

    private static Decision<AccountEvent> Approved(Account account, DecideAction command, string who) =>
        ActionApproval.Decide(account, command, Context(who: who));

    private static MoneyAction ActionOf(
        Account account, BooksStep step, LocalDate day, ImmutableArray<IssuedBill> bills)
    {
        var (id, minor) = ($"Q-{step.Day % 17}", Math.Abs(step.Amount) + 1L);
        var item = account.OpenItems.IsEmpty ? "none" : account.OpenItems[step.Day % account.OpenItems.Length].Id;
        var bill = bills.IsEmpty ? null : bills[step.Day % bills.Length];
        return (step.Amount & 7, bill) switch
        {
            (0, _) => new MoneyAction.Adjusting(
                new AdjustItem(id, item, minor, AdjustmentKind.Goodwill, "courtesy", day)),
            (1, _) => new MoneyAction.WritingOff(new WriteOffItems(
                id, WriteOffKind.BadDebt, "insolvent", day, [new TaxedItem(item, [])])),
            (2, _) => new MoneyAction.Recovering(new RecoverWriteOff(
                id, account.WriteOffs.LastOrDefault()?.Id ?? "none", minor % 400, day)),
            (3, { }) => new MoneyAction.Crediting(new IssueCreditMemo(id, bill.Creditable, [], "price", day)),
            (4, { }) => new MoneyAction.Cancelling(new CancelInvoice(
                id, bill.Creditable, bill.Contracts, bill.Charges, null, "price", day)),
            (5, _) => new MoneyAction.Transferring(new StartTransfer(
                id, "north/A-1", "north/A-2", TransferScope.Items, [item], null, day)),
            (6, _) => Crediting(account, step, day, bills),
            _ => new MoneyAction.Refunding(new RequestRefund(
                id,
                account.Cash.Receipts.FirstOrDefault(one => one.UnappliedMinor > 0)?.Id ?? "none",
                null,
                minor % 900,
                null,
                step.Contract == 0 ? "C-9" : null,
                day)),
        };
    }

    private static MoneyAction.CreditingDispute Crediting(
        Account account, BooksStep step, LocalDate day, ImmutableArray<IssuedBill> bills)
    {
        var running = account.Disputes.FirstOrDefault(dispute => dispute.IsRunning);
        return new MoneyAction.CreditingDispute(DisputeSteps.Resolving(running, step, day, bills));
    }
}
