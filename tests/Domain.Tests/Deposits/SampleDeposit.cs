using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Deposits;

/// <summary>A policy of deposits, and accounts that have one, for examples.</summary>
internal static class SampleDeposit
{
    /// <summary>Rates of 4, 5 and 3.65 percent in 2023, 2024 and 2025, credited in January.</summary>
    public static DepositInterestRule Rates { get; } = new(
        [new(2023, 4m), new(2024, 5m), new(2025, 3.65m)], DepositDayCount.ActualActual, new AnnualDate(1, 1));

    /// <summary>Two months' average bill up to 500.00, up to three parts, 12 good months, back as a credit.</summary>
    public static DepositPolicy Terms { get; } = new(
        new DepositAmountRule(null, 2m, 5_000, 50_000),
        new DepositInstalmentRule(1, 3, 14, 30),
        Rates,
        new DepositReleaseRule(12, 1, 0, 0, 0, DepositArrears.Overdue, IsRefunded: false));

    /// <summary>The same, paid out.</summary>
    public static DepositPolicy Refunding { get; } =
        Terms with { Release = Terms.Release with { IsRefunded = true } };

    /// <summary>An account opened in 2023 with a contract.</summary>
    public static Account Customer { get; } = Account.None.After(
        Opening with { On = new LocalDate(2023, 1, 1) }, Start("K-1", new LocalDate(2023, 1, 1)));

    /// <summary>The customer with a deposit of 200.00 that was asked for in one part.</summary>
    public static Account Asked(LocalDate on) => Customer.After(
        DepositAssessment.Decide(Customer, ByHand(20_000, on), Terms, Context("no credit history")))
        .Requested(on);

    /// <summary>The customer with a deposit of 200.00 that was paid on a day.</summary>
    public static Account Deposited(LocalDate on) => Asked(on).Paid(20_000, on, "deposit-1.part-1");

    public static AssessDeposit ByHand(long? minor, LocalDate on, string id = "deposit-1") =>
        new(id, minor, null, [], on);

    public static AssessDeposit ByBills(long? month, params ReadOnlySpan<BilledMonths> bills) =>
        new("deposit-1", null, month, [.. bills], Day(3, 1));

    public static BilledMonths Bill(LocalDate from, LocalDate until, long minor) => new(new Period(from, until), minor);

    public static Account Requested(this Account account, LocalDate on, int? count = null) => account.After(
        DepositRequest.Decide(account, new RequestDeposit("deposit-1", count, null, on), Terms));

    /// <summary>The account after money came in for some items, else for what the rules say.</summary>
    public static Account Paid(this Account account, long minor, LocalDate on, params ReadOnlySpan<string> items) =>
        account.After(ReceiptBooking.Decide(
            account,
            new ReceiveCash(
                $"R-{account.Cash.Receipts.Length + 1}", "bank", CashMethod.Wire, minor, "EUR", on, on)
            {
                Wishes = [.. items.ToArray().Select(item => new ItemWish(item))],
            },
            CashTerms.Usual));

    public static ReleaseDeposit Release(
        LocalDate on, long? minor = null, DepositCause cause = DepositCause.Hand, string id = "release-1") =>
        new(id, "deposit-1", minor, cause, on);

    public static Decision<AccountEvent> Review(Account account, LocalDate on, DepositPolicy? policy = null) =>
        CollectionReview.Decide(
            account,
            new ReviewPolicies(DunningPolicy.Default, DisputePolicy.Default, policy ?? Terms),
            on);

    public static Deposit DepositOf(Account account) => account.Deposited.Deposit("deposit-1")!;

    /// <summary>What events booked to a ledger account, in minor units.</summary>
    public static long Booked(IEnumerable<AccountEvent> events, string ledgerAccount) => events
        .SelectMany(happened => PostingRules.EntryOf(happened, Euro)?.Postings ?? [])
        .Where(posting => posting.LedgerAccount == ledgerAccount)
        .Sum(posting => posting.Amount.Minor);

    /// <summary>What is open, as "id:minor", without what is settled.</summary>
    public static string Opens(Account account) =>
        string.Join(' ', account.OpenItems.Select(item => $"{item.Id}:{item.Open.Minor}"));
}
