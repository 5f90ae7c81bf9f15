using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Collections;

/// <summary>What comes due on a day for many accounts is looked at in pages, over every database.</summary>
public abstract class ReviewPageContract(BillingEngine engine) : IDisposable
{
    private const int Count = 40;

    private static readonly DateOnly AfterDue = new(2025, 2, 28);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        engine.Clock.Reset();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Accounts_that_are_looked_at_together_get_one_letter_each_and_none_is_activated()
    {
        var desk = await Billed();
        var active = engine.ActiveIn(0);

        engine.Clock.MoveTo(AfterDue);
        await AllDunned(desk);

        Assert.InRange(engine.ActiveIn(0), 0, active);
        await AssertOneLetterEach(desk);
    }

    [Fact]
    public async Task Where_a_page_fails_after_it_was_stored_nobody_gets_a_second_letter()
    {
        var desk = await Billed();
        var page = engine.Gate.Close(what => what == GatedStore.StoredPage);

        engine.Clock.MoveTo(AfterDue);
        await page.Reached;
        page.Break(new TimeoutException("Stored, and nobody was told."));
        await AllDunned(desk);

        await AssertOneLetterEach(desk);
    }

    private static Task<long> Dunned(Desk desk) =>
        desk.Count("collection", $"account_key like '{desk.EntityId}/%' and level = 1");

    private static Task<long> Looks(Desk desk) => desk.Count(
        "account_event", $"account_key like '{desk.EntityId}/%' and source = 'scheduler'");

    private static async Task AllDunned(Desk desk) => await Wait.Until(() => Dunned(desk), count => count == Count);

    private async Task AssertOneLetterEach(Desk desk)
    {
        for (var account = 0; account < Count; account++)
        {
            var collections = engine.Grains.GetGrain<IAccountCollectionsGrain>(desk.KeyOf(account));
            var letter = Assert.Single((await collections.ViewCollection(Cancellation))!.Letters);
            Assert.Equal(1, letter.Level);
        }
        // A look is a letter and the day of the next look, and there was one.
        Assert.Equal(2 * Count, await Looks(desk));
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.True(report.Holds, string.Join('\n', report.Checks.SelectMany(check => check.Faults)));
    }

    private async Task<Desk> Billed()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(Count);
        var runId = Desk.NewRunId();
        await desk.Calculate(runId);
        await desk.Issue(runId);
        await desk.Put("dunning-policy", desk.EntityId, new(DunningPolicy: new DunningPolicyRecord(
            desk.EntityId, desk.EntityId, "", "", 3, 0, [new DunningLevelRecord("reminder", 0, 10)], [], [], null,
            30, 2, 12, 400, 5, 2)));
        return desk;
    }
}
