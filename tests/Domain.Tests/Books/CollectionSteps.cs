using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Books;

/// <summary>How random lives are asked for what they owe, and what must hold of it at any time.</summary>
internal static class CollectionSteps
{
    // A second promise, a second plan and a cut come soon here, so that lives are long enough for them.
    private static readonly DunningPolicy Dunning = Policy with
    {
        Interest = Interest,
        Promises = Policy.Promises with { BrokenCountMax = 1 },
        Plans = Policy.Plans with { YearlyCountMax = 1 },
        Disconnection = Policy.Disconnection! with
        {
            MinimumMinor = 100,
            Level = 0,
            NoticeDaysByMail = 2,
            NoticeDaysDelivered = 1,
            NoticeValidDays = 200,
            ContactCountMin = 0,
        },
    };

    /// <summary>Every event of the room, and the refusals that a life of well-formed commands comes to.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.CollectionEvent)))
            .Select(type => type.Name),
        .. new[]
        {
            CollectionRefusals.ItemUnknown, CollectionRefusals.AmountNotPositive, CollectionRefusals.IdTaken,
            CollectionRefusals.BlockUnknown, CollectionRefusals.NotWaivable, CollectionRefusals.ExceedsOpen(0),
            CollectionRefusals.PromiseUnknown, CollectionRefusals.PromiseRunning, CollectionRefusals.TooManyBroken(0),
            CollectionRefusals.TooFarAhead(0), CollectionRefusals.AlreadyEnded, CollectionRefusals.PlanUnknown,
            CollectionRefusals.PlanRunning, CollectionRefusals.TooManyPlans(0),
            CollectionRefusals.InstalmentsInvalid(""), CollectionRefusals.ItemDisputed,
            CollectionRefusals.ItemElsewhere, CollectionRefusals.NotOverdue, CollectionRefusals.Blocked,
            CollectionRefusals.PlacementUnknown, CollectionRefusals.PercentInvalid, CollectionRefusals.OrderUnknown,
            CollectionRefusals.NotDisconnected, CollectionRefusals.DisconnectionBlocked(""),
            Refusals.ContractUnknown,
        }.Select(refusal => refusal.Code),
    ];

    public static Func<Account, Decision<AccountEvent>> Of(BooksStep step, LocalDate day) => step.Kind switch
    {
        BooksStepKind.Collect => account => CollectionReview.Decide(
            account,
            new ReviewPolicies(Dunning, DisputePolicy.Default, DepositSteps.Policy),
            day.PlusDays(step.Contract * 40)),
        BooksStepKind.Arrange => account => Arranged(account, step, day),
        BooksStepKind.Place => account => Placed(account, step, day),
        _ => account => Served(account, step, day),
    };

    public static void Check(Account account, IReadOnlyList<AccountEvent> events)
    {
        Assert.All(
            events.OfType<AccountEvent.LetterSent>().SelectMany(letter => letter.Items),
            item => Assert.InRange(item.Level - item.LevelBefore, 0, 1));
        var file = account.Collected;
        Assert.All(file.Plans, plan => Assert.Equal(plan.TotalMinor, plan.Instalments.Sum(part => part.AmountMinor)));
        Assert.True(file.Plans.Count(plan => plan.IsRunning) <= 1, "two plans run");
        Assert.True(file.Promises.Count(promise => promise.IsOpen) <= 1, "two promises run");
        Assert.All(file.Placements, placement => Assert.InRange(
            placement.CollectedMinor, 0, placement.Items.Sum(item => item.OpenMinor)));
        Assert.All(account.OpenItems, item => Assert.True(
            file.Placements.Count(one => one.IsRunning && one.Covers(item.Id)) <= 1, "two agencies have one item"));
    }

    public static string Describe(Account account)
    {
        var file = account.Collected;
        return string.Join('\n',
        [
            .. file.Dunned.Select(dunned => dunned.ToString()),
            .. file.Interest.SelectMany(track => track.Segments.Select(days => $"{track.ItemId} {days}")),
            $"{account.ReviewOn} {file.InterestOn} {file.Letters.Length} {file.Segment} {file.Contacts.Length}",
            .. file.Promises.Select(promise => $"{promise.Id} {promise.Status} {promise.ReceivedMinor}"),
            .. file.Plans.Select(plan => $"{plan.Id} {plan.Status}"),
            .. file.Placements.Select(placement => $"{placement.Id} {placement.Status} {placement.CollectedMinor}"),
            .. file.Blocks.Select(block => block.ToString()),
            .. file.Notices.Select(notice => notice.ToString()),
            .. file.Orders.Select(order => order.ToString()),
        ]);
    }

    private static Decision<AccountEvent> Arranged(Account account, BooksStep step, LocalDate day)
    {
        var (id, file) = ($"X-{step.Day % 25}", account.Collected);
        var charge = account.OpenItems.LastOrDefault(item => item.Kind is ItemKind.Fee or ItemKind.Interest);
        return (Math.Abs(step.Amount) % 9) switch
        {
            0 or 1 => PromiseMaking.Decide(account, Promised(account, step, id, day), Dunning.Promises),
            2 => PromiseCancelling.Decide(account, file.Promises.LastOrDefault()?.Id ?? "none", day),
            3 or 4 => PlanAgreement.Decide(account, Agreed(account, step, id, day), Dunning.Plans),
            5 => PlanCancelling.Decide(account, file.Plans.LastOrDefault()?.Id ?? "none", day),
            6 => ChargeWaiving.Decide(
                account,
                new WaiveCharge(
                    id,
                    (step.Contract == 2 ? ItemAt(account, step.Day) : charge?.Id) ?? "none",
                    step.Contract == 0 ? step.Amount / 9 : null,
                    day.PlusDays(200)),
                Context("goodwill")),
            7 => BlockLifting.Decide(account, id, day, Context("over")),
            _ => BlockPlacing.Decide(
                account,
                new AccountEvent.CollectionBlockPlaced(
                    id, (BlockKind)(step.Day % 10), day, day, day.PlusDays(step.Contract * 3)),
                Context("need")),
        };
    }

    private static AccountEvent.PromiseMade Promised(Account account, BooksStep step, string id, LocalDate day) => new(
        id,
        step.Amount / 4,
        day,
        day.PlusDays(step.Day % 34),
        "customer",
        step.Contract == 1 && ItemAt(account, step.Day) is { } item ? [item] : []);

    private static AgreePlan Agreed(Account account, BooksStep step, string id, LocalDate day) => new(
        id,
        day,
        step.Contract == 1 && ItemAt(account, step.Day) is { } item ? [item] : [],
        step.Contract == 2 ? [day.PlusDays(step.Day * 4)] : [day.PlusDays(10), day.PlusDays(40)],
        step.Amount % 8 == 0 ? -1 : null);

    private static Decision<AccountEvent> Placed(Account account, BooksStep step, LocalDate day)
    {
        var last = account.Collected.Placements.LastOrDefault()?.Id ?? "none";
        return (Math.Abs(step.Amount) % 5) switch
        {
            0 => AgencyEnding.Decide(
                account,
                new AccountEvent.AgencyPlacementEnded(
                    last, (PlacementStatus)(step.Day % 3), day.PlusDays(step.Contract * 60))),
            1 => CommissionBooking.Decide(
                account,
                new BookCommission(last, $"C-{step.Day % 9}", step.Amount / 5, day.PlusDays(step.Contract * 60)),
                Context("report")),
            2 => ProfileAssignment.Decide(account, $"segment-{step.Day % 2}", "", day),
            _ => AgencyPlacing.Decide(
                account,
                new PlaceWithAgency(
                    $"X-{step.Day % 25}",
                    "agency-1",
                    step.Amount % 13 == 0 ? 101 : 20,
                    step.Contract == 1 && ItemAt(account, step.Day) is { } item ? [item] : [],
                    day.PlusDays(step.Contract * 30))),
        };
    }

    private static Decision<AccountEvent> Served(Account account, BooksStep step, LocalDate day)
    {
        var file = account.Collected;
        var contract = account.Contracts.IsEmpty
            ? "none"
            : account.Contracts[step.Contract % account.Contracts.Length].Id;
        var warned = file.Notices.LastOrDefault();
        var (id, order) = ($"O-{step.Day % 25}", file.Orders.LastOrDefault());
        return (Math.Abs(step.Amount) % 7) switch
        {
            0 => ContactRecording.Decide(account, new AccountEvent.ContactAttempted(id, "phone", day)),
            1 => NoticeServing.Decide(
                account, new AccountEvent.NoticeServed(id, contract, (NoticeDelivery)(step.Day % 2), day)),
            2 or 3 => Disconnection.Decide(
                account,
                Dunning,
                new OrderDisconnection(
                    id, warned?.ContractId ?? contract, (warned?.On ?? day).PlusDays(step.Day), null),
                Context("unpaid")),
            4 or 5 => OrderEnding.Decide(
                account,
                order?.Id ?? "none",
                step.Contract == 0 ? ServiceOrderStatus.Cancelled : ServiceOrderStatus.Done,
                day.PlusDays(150)),
            _ => Reconnection.Decide(
                account,
                Dunning,
                new OrderReconnection(id, order?.ContractId ?? contract, day.PlusDays(150), step.Contract == 1)),
        };
    }

    private static string? ItemAt(Account account, int index) =>
        account.OpenItems.IsEmpty ? null : account.OpenItems[index % account.OpenItems.Length].Id;
}
