using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.MasterData;

/// <summary>Two people stand behind every change of who may approve what, whichever way somebody tries.</summary>
public abstract class LegalEntityDraftContract(BillingEngine engine)
{
    private static readonly ApprovalLimitRecord[] High = [new("clerk", "*", 500_000)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Deciding =>
        ["limits", "alone", "days", "four eyes", "delegations", "currency", "order"];

    [Theory]
    [MemberData(nameof(Deciding))]
    public async Task Nobody_alone_changes_who_may_approve_what(string setting)
    {
        var desk = await Desk.Open(engine);
        var entity = await Stored(desk, [new("clerk", "*", 1), new("clerk", "*", 2)]);
        var changed = setting switch
        {
            "limits" => entity with { ApprovalLimits = [.. High] },
            "alone" => entity with
            {
                ApprovalLimits = [.. entity.ApprovalLimits!.Value.Select(limit => limit with { AloneMinor = 9 })],
            },
            "days" => entity with { ApprovalDays = 365 },
            "four eyes" => entity with { NeedsSecondPerson = false },
            "delegations" => entity with
            {
                Delegations = [new("ann", "ben", ["controller"], Desk.January, Desk.February)],
            },
            "currency" => entity with { Currency = "JPY" },
            _ => entity with { ApprovalLimits = [.. entity.ApprovalLimits!.Value.Reverse()] },
        };

        Assert.Equal("second-person-needed", await Put(desk, changed, 2));
        Assert.Equal(entity.ApprovalDays, (await Now(desk)).ApprovalDays);
        Assert.Null(await Put(desk, entity with { Address = "2 Test Street" }, 2));
    }

    // Alone nothing, agreed to where another one asked: what was one's own to do now waits.
    [Fact]
    public async Task What_may_be_done_alone_is_told_apart_and_holds_at_once()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var wanted = await Now(desk) with { ApprovalLimits = [new("clerk", "*", 500_000, null, 499)] };
        var saved = Desk.Succeeded(await Drafts(desk).Save(By("ann"), new(new(wanted), Desk.January, 1), Cancellation));
        Assert.Equal(
            [
                "approvalLimits/every role: defaults of the house > ", "approvalLimits/clerk/*/AUD:  > 500000",
                "approvalLimits/clerk/*/AUD/alone:  > 499",
            ],
            saved.Changes.Select(change => $"{change.Path}: {change.Before} > {change.After}"));
        Desk.Succeeded(await Drafts(desk).Release(By("ben"), saved.Version, Cancellation));

        var cash = engine.Grains.GetGrain<IAccountCashGrain>(desk.KeyOf(0));
        Desk.Succeeded(await cash.Receive(
            By("cleo"), new Payment("R-1", "bank", "wire", 9000, "AUD", Desk.February), Cancellation));
        Assert.Equal("done", await Refund("F-1", 499));
        Assert.Equal("waiting", await Refund("F-2", 1));
        Assert.Equal("done", await State(engine.Grains.GetGrain<IAccountCreditGrain>(desk.KeyOf(0)).Approve(
            By("carl"), ["clerk"], new("F-2", 1), Cancellation)));

        Task<string> Refund(string id, long minor) => State(cash.RequestRefund(
            By("cleo"), ["clerk"], new RefundRequest(id, minor, "R-1"), Cancellation));
    }

    [Fact]
    public async Task One_drafts_and_another_one_releases_once()
    {
        var desk = await Desk.Open(engine);
        var draft = Drafts(desk);
        var wanted = await Now(desk) with { ApprovalLimits = [.. High] };
        var saved = Desk.Succeeded(await draft.Save(By("ann"), new(new(wanted), Desk.January, 1), Cancellation));

        Assert.Equal(
            ["approvalLimits/every role: defaults of the house > ", "approvalLimits/clerk/*/AUD:  > 500000"],
            saved.Changes.Select(change => $"{change.Path}: {change.Before} > {change.After}"));
        Assert.Null((await Now(desk)).ApprovalLimits);
        Assert.Equal("second-person-needed", await Code(draft.Release(By("ann"), saved.Version, Cancellation)));
        Assert.Equal("second-person-needed", await Code(draft.Reject(By("ann"), saved.Version, Cancellation)));
        Assert.Equal("not-the-maker", (await draft.Withdraw(By("ben"), saved.Version, Cancellation)).Problem?.Code);
        Assert.Equal("stale-version", (await draft.Release(By("ben"), saved.Version + 1, Cancellation)).Problem?.Code);

        var release = By("ben");
        var released = Desk.Succeeded(await draft.Release(release, saved.Version, Cancellation));
        var again = await draft.Release(release, saved.Version, Cancellation);

        Assert.Equal((2, "ben"), (released.Version, released.ActorId));
        Assert.True(again.IsReplay);
        Assert.Equal(High, (await Now(desk)).ApprovalLimits!.Value);
        Assert.Equal("record-unknown", (await draft.Release(By("cy"), saved.Version, Cancellation)).Problem?.Code);
        Assert.Equal(
            ["waiting by ann", "released by ben"],
            (await draft.History(Cancellation)).Select(step => $"{step.State} by {step.ActorId}"));
    }

    [Fact]
    public async Task A_draft_is_void_when_the_legal_entity_was_changed_since()
    {
        var desk = await Desk.Open(engine);
        var (draft, entity) = (Drafts(desk), await Now(desk));
        var wanted = entity with { ApprovalDays = 30 };
        var saved = Desk.Succeeded(await draft.Save(By("ann"), new(new(wanted), Desk.January, 1), Cancellation));
        Assert.Null(await Put(desk, entity with { Name = "Another name" }, 1));

        Assert.True((await draft.View(Cancellation))!.IsVoid);
        Assert.Equal("draft-void", (await draft.Release(By("ben"), saved.Version, Cancellation)).Problem?.Code);
        Assert.Equal(("Another name", 14), ((await Now(desk)).Name, (await Now(desk)).ApprovalDays));
        Assert.Equal(
            "stale-version",
            (await draft.Save(By("ann"), new(new(wanted), Desk.January, 1), Cancellation)).Problem?.Code);
        var next = Desk.Succeeded(await draft.Save(By("ann"), new(new(wanted), Desk.January, 2), Cancellation));
        Assert.Equal(
            ["name: Another name > Test Energy", "approvalDays: 14 > 30"],
            next.Changes.Select(change => $"{change.Path}: {change.Before} > {change.After}"));
    }

    [Fact]
    public async Task A_draft_that_waits_is_its_makers_until_it_is_decided()
    {
        var desk = await Desk.Open(engine);
        var (draft, entity) = (Drafts(desk), await Now(desk));
        Task<string?> Save(string who, int days) => Code(draft.Save(
            By(who), new(new(entity with { ApprovalDays = days }), Desk.January, 1), Cancellation));

        Assert.Null(await Save("ann", 30));
        Assert.Equal("draft-waits", await Save("ben", 31));
        Assert.Null(await Save("ann", 32));
        Assert.Equal("stale-version", await Code(draft.Reject(By("ben"), 1, Cancellation)));
        Assert.Null(await Code(draft.Reject(By("ben"), 2, Cancellation)));
        Assert.Equal("record-unknown", await Code(draft.Release(By("ben"), 3, Cancellation)));
        Assert.Null(await Save("ben", 31));
        Assert.Null(await Code(draft.Withdraw(By("ben"), 4, Cancellation)));
        Assert.Equal(
            "reason-missing",
            await Code(draft.Save(
                Desk.By("ann"), new(new(entity with { ApprovalDays = 33 }), Desk.January, 1), Cancellation)));
        Assert.Equal(14, (await Now(desk)).ApprovalDays);
    }

    [Fact]
    public async Task The_first_version_needs_no_draft_and_has_none()
    {
        var desk = await Desk.Open(engine);
        var fresh = await Now(desk) with { Id = desk.EntityId + "-new", ApprovalLimits = [.. High] };
        var draft = engine.Grains.GetGrain<ILegalEntityDraftGrain>(fresh.Id);

        Assert.Equal(
            "record-unknown", await Code(draft.Save(By("ann"), new(new(fresh), Desk.January, 1), Cancellation)));
        Assert.Null(await Code(desk.Master("legal-entity", fresh.Id).Put(
            By("ann"), new(new(fresh), Desk.January, null), Cancellation)));
        Assert.Equal("second-person-needed", await Code(desk.Master("legal-entity", fresh.Id).Put(
            By("ann"), new(new(fresh with { ApprovalLimits = null }), Desk.January, 1), Cancellation)));
    }

    [Fact]
    public async Task Of_two_that_decide_at_once_one_does()
    {
        var desk = await Desk.Open(engine);
        var (draft, entity) = (Drafts(desk), await Now(desk));
        var saved = Desk.Succeeded(await draft.Save(
            By("ann"), new(new(entity with { ApprovalDays = 30 }), Desk.January, 1), Cancellation));

        var codes = await Task.WhenAll(
            Code(draft.Release(By("ben"), saved.Version, Cancellation)),
            Code(draft.Release(By("cy"), saved.Version, Cancellation)),
            Code(draft.Reject(By("di"), saved.Version, Cancellation)));

        Assert.Single(codes, code => code is null);
        Assert.Equal(2, (await draft.History(Cancellation)).Length);
    }

    private static Interfaces.Commands.CommandEnvelope By(string person) => Desk.By(person, reason: "a test");

    private ILegalEntityDraftGrain Drafts(Desk desk) =>
        engine.Grains.GetGrain<ILegalEntityDraftGrain>(desk.EntityId);

    private static async Task<LegalEntityRecord> Now(Desk desk) =>
        (await desk.Master("legal-entity", desk.EntityId).View(Cancellation))!.Content.LegalEntity!;

    private async Task<LegalEntityRecord> Stored(Desk desk, ApprovalLimitRecord[] limits)
    {
        var wanted = await Now(desk) with { ApprovalLimits = [.. limits] };
        var saved = Desk.Succeeded(
            await Drafts(desk).Save(By("ann"), new(new(wanted), Desk.January, 1), Cancellation));
        Desk.Succeeded(await Drafts(desk).Release(By("ben"), saved.Version, Cancellation));
        return await Now(desk);
    }

    private static Task<string?> Put(Desk desk, LegalEntityRecord entity, long version) => Code(
        desk.Master("legal-entity", desk.EntityId).Put(
            By("ann"), new(new(entity), Desk.January, version), Cancellation));

    private static async Task<string> State(
        Task<Interfaces.Commands.Reply<Interfaces.Approvals.ActionReceipt>> reply) => Desk.Succeeded(await reply).State;

    private static async Task<string?> Code<T>(Task<Interfaces.Commands.Reply<T>> reply)
        where T : class => (await reply).Problem?.Code;
}
