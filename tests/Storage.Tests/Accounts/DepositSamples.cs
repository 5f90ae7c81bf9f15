using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Deposits;
using NodaTime;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>One event of each kind of deposits, for their golden files.</summary>
internal static class DepositSamples
{
    private static readonly LocalDate Day = new(2025, 1, 31);

    private static readonly DepositPolicy Policy = new(
        new DepositAmountRule(null, 2.5m, 5000, 50000),
        new DepositInstalmentRule(1, 3, 14, 30),
        new DepositInterestRule([new(2025, 3.65m)], DepositDayCount.Actual365, new AnnualDate(1, 1), 30),
        new DepositReleaseRule(12, 2, 5, 0, 1, DepositArrears.Open, true));

    private static ItemShare Part =>
        new("D-1.part-2", "D-1.part-2", 10000, Day, Day.PlusDays(44), 4000, ItemKind.Deposit);

    public static Dictionary<string, AccountEvent> All => new(StringComparer.Ordinal)
    {
        ["deposit-assessed"] = new AccountEvent.DepositAssessed("D-1", DepositBasis.Bills, 20000, 10000, Day),
        ["deposit-assessed-by-hand"] = new AccountEvent.DepositAssessed("D-1", DepositBasis.Hand, 20000, 0, Day),
        ["deposit-reduced"] = new AccountEvent.DepositReduced(
            "D-1", "L-1", DepositCause.Hand, 20000, 16000, [Part], Day),
        ["deposit-reduced-at-end"] = new AccountEvent.DepositReduced(
            "D-1", null, DepositCause.FinalBill, 20000, 0, [], Day),
        ["deposit-requested"] = new AccountEvent.DepositRequested(
            "D-1",
            [
                new DepositInstalment("D-1.part-1", Day.PlusDays(14), 10000),
                new DepositInstalment("D-1.part-2", Day.PlusDays(44), 10000),
            ],
            Day),
        ["deposit-interest-credited"] = new AccountEvent.DepositInterestCredited(
            "D-1",
            "D-1.credit-1",
            60,
            Day,
            DepositDayCount.Actual360,
            [new DepositInterestPart(Day.PlusDays(-30), Day, 20000, 3.6m)],
            -0.25m,
            Day),
        ["deposit-released"] = new AccountEvent.DepositReleased(
            "D-1", "R-1", DepositCause.Arrears, "D-1.credit-2", 20000, Day),
        ["deposit-released-by-itself"] = new AccountEvent.DepositReleased(
            "D-1", null, DepositCause.GoodHistory, "D-1.credit-2", 20000, Day),
        ["action-requested-waive-deposit"] = new AccountEvent.ActionRequested(
            new MoneyAction.WaivingDeposit(new ReduceDeposit("L-1", "D-1", 0, Day)), 20000, Day, Day.PlusDays(14)),
        ["action-requested-release-deposit"] = new AccountEvent.ActionRequested(
            new MoneyAction.ReleasingDeposit(
                new ReleaseDeposit("R-1", "D-1", 500, DepositCause.Hand, Day), Policy),
            500,
            Day,
            Day.PlusDays(14)),
        ["action-requested-release-deposit-plain"] = new AccountEvent.ActionRequested(
            new MoneyAction.ReleasingDeposit(
                new ReleaseDeposit("R-1", "D-1", null, DepositCause.Hand, Day), DepositPolicy.Default),
            20000,
            Day,
            Day.PlusDays(14)),
    };
}
