using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Reports;

namespace BillingActors.Grains.Tests.Credits;

/// <summary>What the inbox of approvals promises, over every database.</summary>
public abstract class ApprovalInboxContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_leaves_the_inbox_after_its_last_day_at_its_legal_entity_and_not_before()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(3);
        for (var account = 0; account < 3; account++)
            await Ask(desk, account);
        var asked = await Rows(desk, engine.Clock.GetUtcNow(), false);
        var last = Assert.Single(asked.Select(row => row.ExpiresOn).Distinct());
        // In Sydney a day ends in the middle of one of Greenwich.
        var evening = In(last, new TimeOnly(23, 59));
        var midnight = evening.AddMinutes(1);

        Assert.Equal((3, 0), ((await Rows(desk, evening, false)).Length, (await Rows(desk, evening, true)).Length));
        Assert.Equal((0, 3), ((await Rows(desk, midnight, false)).Length, (await Rows(desk, midnight, true)).Length));
        var first = await Rows(desk, midnight, true, countMax: 2);
        var rest = await Rows(desk, midnight, true, $"{desk.KeyOf(1)}/F-1");
        Assert.Equal([Desk.Id(0), Desk.Id(1), Desk.Id(2)], first.Concat(rest).Select(row => row.AccountId));

        Desk.Succeeded(await engine.Grains.GetGrain<IAccountCreditGrain>(desk.KeyOf(0)).Reject(
            Desk.By("suzy", reason: "too late"), "F-1", Cancellation));
        Assert.Equal(2, (await Rows(desk, midnight, true)).Length);
    }

    private async Task Ask(Desk desk, int account)
    {
        var cash = engine.Grains.GetGrain<IAccountCashGrain>(desk.KeyOf(account));
        Desk.Succeeded(await cash.Receive(
            Desk.By("clerk"), new Payment("R-1", "bank", "wire", 9000, "AUD", Desk.February), Cancellation));
        var asked = await cash.RequestRefund(
            Desk.By("clerk", reason: "paid too much"), ["clerk"], new RefundRequest("F-1", 9000, "R-1"), Cancellation);
        Assert.Equal("waiting", Desk.Succeeded(asked).State);
    }

    private async Task<Interfaces.Approvals.ApprovalRow[]> Rows(
        Desk desk, DateTimeOffset at, bool isExpired, string after = "", int countMax = 10) =>
        [
            .. await engine.Get<IApprovalInbox>().Rows(
                new EntityScope([desk.EntityId]), new ApprovalFilter(at, isExpired), after, countMax, Cancellation),
        ];

    private static DateTimeOffset In(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney").GetUtcOffset(local));
    }
}
