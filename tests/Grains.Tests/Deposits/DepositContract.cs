using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Deposits;

/// <summary>What deposits promise as the days go by, over every database.</summary>
public abstract class DepositContract(BillingEngine engine) : IDisposable
{
    private static readonly DepositPolicyRecord Policy = new(
        new DepositAmountRecord(BillMonths: 2m),
        InstalmentCountMax: 3,
        Interest: new DepositInterestRecord([new DepositRateRecord(2025, 3.65m)], CreditedOn: "01-01"),
        GoodMonths: 6,
        IsRefunded: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        engine.Clock.Reset();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Two_months_of_the_bill_are_asked_for_in_parts_and_given_back_with_interest_by_themselves()
    {
        var desk = await Billed();
        await Pay(desk, "R-1", Desk.JanuaryMinor);

        Desk.Succeeded(await Deposits(desk).AssessDeposit(Desk.By("clerk"), new("D-1"), Cancellation));
        Desk.Succeeded(await Deposits(desk).RequestDeposit(Desk.By("clerk"), new("D-1", 3), Cancellation));
        var asked = await View(desk);
        Assert.Equal(("requested", "bills", 13420L), (asked.Status, asked.Basis, asked.AmountMinor));
        Assert.Equal([4474L, 4473L, 4473L], asked.Instalments.Select(part => part.AmountMinor));
        await Pay(desk, "R-2", 13420);
        Assert.Equal(("held", 13420L), ((await View(desk)).Status, (await View(desk)).HeldMinor));
        Assert.Equal(13420, -await Posted(desk, "deposits-held"));

        // 134.20 for 181 days at 3.65 % are 2.43.
        engine.Clock.MoveTo(new DateOnly(2025, 8, 2));
        var released = await Wait.Until(() => View(desk), deposit => deposit.Status == "released");

        Assert.Equal((0L, 243L), (released.HeldMinor, released.InterestMinor));
        Assert.Equal((0L, 0L), (await Posted(desk, "deposits-held"), await Posted(desk, "deposits-billed")));
        Assert.Equal((243L, -13663L), (await Posted(desk, "deposit-interest"), await Posted(desk, "refunds-payable")));
        var row = Assert.Single(await engine.Get<IDepositReports>().Deposits(
            new EntityScope([desk.EntityId]), "released", ("", ""), 10, Cancellation));
        Assert.Equal(("D-1", 13420L, 0L, 243L), (row.DepositId, row.PaidMinor, row.HeldMinor, row.InterestMinor));
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.True(report.Holds, string.Join('\n', report.Checks.SelectMany(check => check.Faults)));
    }

    [Fact]
    public async Task A_deposit_is_taken_for_arrears_and_the_rest_released_by_two_people()
    {
        var desk = await Billed();
        Desk.Succeeded(await Deposits(desk).AssessDeposit(
            Desk.By("clerk", reason: "paid late before"), new("D-1", 20000), Cancellation));
        Desk.Succeeded(await Deposits(desk).RequestDeposit(Desk.By("clerk"), new("D-1"), Cancellation));
        await Pay(desk, "R-1", 20000, "D-1.part-1");
        engine.Clock.MoveTo(new DateOnly(2025, 3, 4));

        var seen = Desk.Succeeded(await Previews(desk).PreviewDepositApplication(
            Desk.By("clerk"), new("A-1", "D-1"), Cancellation));
        Assert.Equal((Desk.JanuaryMinor, 20000L), (seen.EffectMinor, (await View(desk)).HeldMinor));
        Desk.Succeeded(await Deposits(desk).ApplyDeposit(
            Desk.By("clerk", reason: "overdue"), new("A-1", "D-1"), Cancellation));
        Assert.Equal(seen.After.HeldMinor, (await View(desk)).HeldMinor);
        foreach (var (role, isWaiting) in new[] { ("clerk", true), ("supervisor", false) })
        {
            var back = Desk.Succeeded(await Previews(desk).PreviewDepositRelease(
                Desk.By("clerk"), [role], new("R-9", "D-1"), Cancellation));
            Assert.Equal((isWaiting, 0L), (back.IsWaiting, back.After.HeldMinor));
        }
        var waiting = Desk.Succeeded(await Deposits(desk).ReleaseDeposit(
            Desk.By("clerk", reason: "moves abroad"), ["clerk"], new("R-9", "D-1"), Cancellation));
        var effect = 20000 - Desk.JanuaryMinor;
        Assert.Equal(("waiting", effect), (waiting.State, (await View(desk)).HeldMinor));
        var credits = engine.Grains.GetGrain<IAccountCreditGrain>(desk.KeyOf(0));
        var done = Desk.Succeeded(await credits.Approve(
            Desk.By("second"), ["supervisor"], new ApproveAction("R-9", effect), Cancellation));

        Assert.Equal(("done", "released"), (done.State, (await View(desk)).Status));
        Assert.Equal(0, (await desk.Account(0).View(Cancellation))!.BalanceMinor);
        // 200.00 for 31 days at 3.65 %: in Sydney the 5th of March has begun.
        Assert.Equal(62, (await View(desk)).InterestMinor);
        var again = await Deposits(desk).ApplyDeposit(
            Desk.By("clerk", reason: "overdue"), new("A-2", "D-1"), Cancellation);
        Assert.Equal("deposit-ended", again.Problem!.Code);
    }

    [Fact]
    public async Task A_policy_that_does_not_hold_together_is_refused_with_its_path()
    {
        var desk = await Desk.Open(engine);
        (DepositPolicyRecord Record, string Path)[] wrong =
        [
            (Policy with { InstalmentCount = 4 }, "deposits.instalmentCount"),
            (Policy with { Amount = new DepositAmountRecord() }, "deposits.amount"),
            (Policy with { Arrears = "some" }, "deposits.arrears"),
            (Policy with { Interest = Policy.Interest! with { DayCount = "thirty" } }, "deposits.interest.dayCount"),
            (Policy with { Interest = Policy.Interest! with { CreditedOn = "02-30" } }, "deposits.interest.creditedOn"),
            (Policy with { Interest = Policy.Interest! with { Rates = [new(2025, 1m), new(2025, 2m)] } },
                "deposits.interest.rates"),
        ];
        foreach (var (record, path) in wrong)
        {
            var reply = await desk.Master("legal-entity", desk.EntityId).Put(
                Desk.By("controller"), new(Entity(desk, record), Desk.January, 1), Cancellation);
            Assert.Contains(path, reply.Problem!.Detail, StringComparison.Ordinal);
        }
    }

    private IAccountDepositsGrain Deposits(Desk desk) =>
        engine.Grains.GetGrain<IAccountDepositsGrain>(desk.KeyOf(0));

    private IAccountPreviewGrain Previews(Desk desk) =>
        engine.Grains.GetGrain<IAccountPreviewGrain>(desk.KeyOf(0));

    private async Task<DepositView> View(Desk desk) =>
        Assert.Single((await Deposits(desk).ViewDeposits(Cancellation))!.Deposits);

    private async Task Pay(Desk desk, string id, long minor, params string[] items) => Desk.Succeeded(
        await engine.Grains.GetGrain<IAccountCashGrain>(desk.KeyOf(0)).Receive(
            Desk.By("clerk"),
            new Payment(id, "bank", "wire", minor, "AUD", new DateOnly(2025, 2, 2))
            {
                Items = [.. items.Select(item => new PaidItem(item))],
            },
            Cancellation));

    private Task<long> Posted(Desk desk, string ledgerAccount) => engine.Sql(
        $"select coalesce(sum(amount_minor), 0) from posting where account_key = '{desk.KeyOf(0)}' "
        + $"and ledger_account = '{ledgerAccount}'");

    private async Task<Desk> Billed()
    {
        var desk = await Desk.Open(engine);
        Assert.Null((await desk.Master("legal-entity", desk.EntityId).Put(
            Desk.By("controller"), new(Entity(desk, Policy), Desk.January, 1), Cancellation)).Problem);
        await desk.Enter(1);
        var runId = Desk.NewRunId();
        await desk.Calculate(runId, 0);
        await desk.Issue(runId);
        return desk;
    }

    private static MasterContent Entity(Desk desk, DepositPolicyRecord policy) => new(new LegalEntityRecord(
        desk.EntityId, "Test Energy", "AUD", "Australia/Sydney", "ABN 1", "1 Test Street", "INV", Deposits: policy));
}
