using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>What random lives do with deposits, and what must hold of them at any time.</summary>
internal static class DepositSteps
{
    /// <summary>Back after a good month, to what is overdue, the rest paid out; interest credited in April.</summary>
    public static DepositPolicy Policy { get; } = new(
        new DepositAmountRule(null, 2m, 1_000, 3_000),
        new DepositInstalmentRule(1, 3, 10, 20),
        new DepositInterestRule(
            [new(2025, 18.25m)], DepositDayCount.ActualActual, new AnnualDate(4, 1)),
        new DepositReleaseRule(1, 1, 0, 0, 0, DepositArrears.Overdue, IsRefunded: true));

    private static readonly DepositPolicy WithoutRate =
        Policy with { Interest = Policy.Interest! with { Rates = [] } };

    /// <summary>Every event of the room, and the refusals that a life of well-formed commands comes to.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.DepositEvent)))
            .Select(type => type.Name),
        .. new[]
        {
            DepositRefusals.DepositUnknown, DepositRefusals.DepositExists, DepositRefusals.PolicyMissing,
            DepositRefusals.HistoryMissing, DepositRefusals.Sufficient(Eur(1)), DepositRefusals.AlreadyRequested,
            DepositRefusals.DepositEnded, DepositRefusals.InstalmentsInvalid(3), DepositRefusals.NotLower,
            DepositRefusals.DepositPaid(Eur(1)), DepositRefusals.NotHeld, DepositRefusals.AboveHeld(Eur(1)),
            DepositRefusals.ArrearsMissing, DepositRefusals.InterestMissing, DepositRefusals.RateMissing(2025),
        }.Select(refusal => refusal.Code),
    ];

    public static Func<Account, Decision<AccountEvent>> Of(BooksStep step, LocalDate day)
    {
        var (deposit, minor) = ($"D-{step.Day % 3}", (long)Math.Abs(step.Amount));
        return step.Kind == BooksStepKind.AskDeposit
            ? Ask(step, deposit, minor, day)
            : Return(step, deposit, minor, day);
    }

    /// <summary>The room's own invariants: what is held is booked as held, and what is billed is open.</summary>
    public static void Check(Account account, IReadOnlyList<AccountEvent> events, BookedSums booked)
    {
        Assert.Equal(-booked.Of(LedgerRoles.DepositsHeld), account.Deposited.HeldMinor);
        Assert.Equal(
            -booked.Of("deposits-billed"),
            account.OpenItems.Where(item => item.Kind == ItemKind.Deposit).Sum(item => item.Open.Minor));
        Assert.Equal(booked.Of("deposit-interest"), account.Deposited.Deposits.Sum(deposit => deposit.InterestMinor));
        Assert.All(account.Deposited.Deposits, deposit =>
        {
            var open = account.OpenItems.Where(item => deposit.Has(item.Id)).Sum(item => item.Open.Minor);
            Assert.Equal(deposit.IsRequested ? open : deposit.UnpaidMinor, deposit.UnpaidMinor);
            Assert.InRange(deposit.PaidMinor, 0, deposit.AmountMinor);
            Assert.InRange(deposit.Interest?.CarryMinor ?? 0m, -0.5m, 0.5m);
            Assert.True(deposit.Moves.Select(move => move.Id).Distinct(StringComparer.Ordinal).Count()
                == deposit.Moves.Length, "something by hand is done twice");
        });
        var given = events.OfType<AccountEvent.DepositReleased>().ToList();
        Assert.Equal(given.Sum(e => e.AmountMinor), account.Deposited.Deposits.Sum(deposit => deposit.ReleasedMinor));
        Assert.Equal(given.Count, given.Select(e => e.ItemId).Distinct(StringComparer.Ordinal).Count());
    }

    public static string Describe(DepositFile file) => string.Join('\n',
    [
        .. file.Marks.Select(mark => mark.ToString()),
        .. file.Deposits.Select(deposit =>
            $"{deposit.Id} {deposit.Status} {deposit.AmountMinor} {deposit.PaidMinor} {deposit.ReleasedMinor} "
            + $"{deposit.PaidOn} {deposit.InterestMinor} {deposit.CreditCount} {string.Join(',', deposit.Moves)} "
            + $"{deposit.Interest?.CountedUntil} {deposit.Interest?.CarryMinor} "
            + string.Join(',', deposit.Interest?.Segments ?? [])),
    ]);

    private static Func<Account, Decision<AccountEvent>> Ask(
        BooksStep step, string deposit, long minor, LocalDate day) => (minor % 5) switch
        {
            0 => a => DepositAssessment.Decide(
                a, new AssessDeposit(deposit, minor + 1, null, [], day), Policy, Context("why")),
            1 => a => DepositAssessment.Decide(
                a,
                new AssessDeposit(deposit, null, step.Contract == 0 ? null : minor, [], day),
                step.Contract == 2 && step.Day % 2 == 0 ? DepositPolicy.Default : Policy,
                Context("why")),
            2 or 3 => a => DepositRequest.Decide(
                a, new RequestDeposit(deposit, step.Day % 5, null, day), Policy),
            _ => a => ActionTaking.Decide(
                a,
                new TakeAction(
                    new MoneyAction.WaivingDeposit(new ReduceDeposit($"W-{step.Day % 7}", deposit, minor / 2, day)),
                    5_000,
                    day,
                    day.PlusDays(9)),
                Context("why")),
        };

    private static Func<Account, Decision<AccountEvent>> Return(
        BooksStep step, string deposit, long minor, LocalDate day)
    {
        var policy = step.Day % 3 == 0 ? WithoutRate : Policy;
        return (minor % 4) switch
        {
            0 => a => DepositRelease.Decide(
                a,
                new ReleaseDeposit(
                    $"R-{step.Day % 4}", deposit, step.Contract == 0 ? null : minor, DepositCause.Arrears, day),
                policy,
                Context("why")),
            1 => a => ActionTaking.Decide(
                a,
                new TakeAction(
                    new MoneyAction.ReleasingDeposit(
                        new ReleaseDeposit(
                            $"R-{step.Day % 4}", deposit, step.Contract == 0 ? null : minor, DepositCause.Hand, day),
                        policy),
                    5_000,
                    day,
                    day.PlusDays(9)),
                Context("why")),
            2 => a => DepositInterestCrediting.Decide(
                a,
                new CreditDepositInterest(deposit, day, day.PlusDays(step.Contract)),
                step.Contract == 2 ? policy with { Interest = null } : policy),
            _ => a => DepositReview.Decide(a, Policy, day),
        };
    }
}
