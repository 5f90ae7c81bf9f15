using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.MasterData;

/// <summary>Two people stand behind every price, whichever way somebody tries.</summary>
public abstract class TariffPublishingContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_wrote_a_part_since_the_last_publication_does_not_publish()
    {
        var desk = await Desk.Open(engine);
        var (draft, tariff) = (desk.Master("tariff-draft", desk.TariffId), desk.Master("tariff", desk.TariffId));
        var document = (await tariff.View(Cancellation))!.Content.Tariff!;
        await Save(draft, "ann", document with { Name = "Ann's" });
        var saved = await Save(draft, "ben", document with { Name = "Ben's" });
        var published = (await tariff.View(Cancellation))!.Version;

        Assert.Equal(["ann", "ben"], await tariff.Authors(Cancellation));
        Assert.Equal("second-person-needed", await Publish(tariff, "ann", saved.Version));
        Assert.Equal("second-person-needed", await Publish(tariff, "ben", saved.Version));
        Assert.Equal("stale-version", await Publish(tariff, "cy", saved.Version - 1));
        Assert.Equal(published, (await tariff.View(Cancellation))!.Version);
        Assert.Null(await Publish(tariff, "cy", saved.Version));

        Assert.Empty(await tariff.Authors(Cancellation));
        Assert.Equal(("Ben's", "cy"), (
            (await tariff.View(Cancellation))!.Content.Tariff!.Name, (await tariff.View(Cancellation))!.ActorId));
        var next = await Save(draft, "cy", document with { Name = "Cy's" });
        Assert.Equal("second-person-needed", await Publish(tariff, "cy", next.Version));
        Assert.Null(await Publish(tariff, "ann", next.Version));
    }

    [Fact]
    public async Task Repeated_it_has_its_effect_once_and_nothing_goes_past_the_draft()
    {
        var desk = await Desk.Open(engine);
        var (draft, tariff) = (desk.Master("tariff-draft", desk.TariffId), desk.Master("tariff", desk.TariffId));
        var document = (await tariff.View(Cancellation))!.Content.Tariff! with { Name = "Again" };
        var saved = await Save(draft, "ann", document);
        var envelope = Desk.By("ben", "publish-" + desk.EntityId, "agreed");

        var first = Desk.Succeeded(await tariff.Publish(envelope, new PublishTariff(saved.Version), Cancellation));
        await Save(draft, "ann", document with { Name = "Later" });
        var again = await tariff.Publish(envelope, new PublishTariff(saved.Version), Cancellation);
        var other = await tariff.Publish(envelope, new PublishTariff(saved.Version + 1), Cancellation);
        var past = await tariff.Put(
            Desk.By("ben"), new(new(Tariff: document), Desk.January, first.Version), Cancellation);
        var silent = await tariff.Publish(Desk.By("ben"), new PublishTariff(saved.Version + 1), Cancellation);

        Assert.True(again.IsReplay);
        Assert.Equal(first.Version, again.Value!.Version);
        Assert.Equal("id-reused", other.Problem?.Code);
        Assert.Equal("second-person-needed", past.Problem?.Code);
        Assert.Equal("reason-missing", silent.Problem?.Code);
    }

    private static async Task<MasterView> Save(IMasterDataGrain draft, string who, TariffDocument document)
    {
        var known = await draft.View(Cancellation);
        var put = new MasterPut(new(Tariff: document), Desk.January, known?.Version);
        return Desk.Succeeded(await draft.Put(Desk.By(who), put, Cancellation));
    }

    private static async Task<string?> Publish(IMasterDataGrain tariff, string who, long revision) =>
        (await tariff.Publish(Desk.By(who, reason: "agreed"), new PublishTariff(revision), Cancellation))
        .Problem?.Code;
}
