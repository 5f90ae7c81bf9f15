using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.MasterData;

/// <summary>What master data under change control promises, over every database.</summary>
public abstract class MasterDataContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_change_is_a_version_with_who_and_why()
    {
        var desk = await Desk.Open(engine);
        var id = desk.EntityId + "-C1";
        var grain = desk.Master("customer", id);

        var first = await grain.Put(Desk.By("ann", reason: "new"), Put(desk, id, "Ann", null), Cancellation);
        var second = await grain.Put(Desk.By("ben", reason: "married"), Put(desk, id, "Anna", 1), Cancellation);

        Assert.Equal((1, 2), (Desk.Succeeded(first).Version, Desk.Succeeded(second).Version));
        var history = await grain.History(Cancellation);
        Assert.Equal(["ann new Ann", "ben married Anna"], history.Select(Line), StringComparer.Ordinal);
        Assert.Equal("Anna", (await grain.View(Cancellation))!.Content.Customer!.Name);
    }

    [Fact]
    public async Task A_change_made_on_an_old_version_is_refused_and_changes_nothing()
    {
        var desk = await Desk.Open(engine);
        var id = desk.EntityId + "-C1";
        var grain = desk.Master("customer", id);
        Desk.Succeeded(await grain.Put(Desk.By("ann"), Put(desk, id, "Ann", null), Cancellation));
        Desk.Succeeded(await grain.Put(Desk.By("ann"), Put(desk, id, "Anna", 1), Cancellation));

        var stale = await grain.Put(Desk.By("ben"), Put(desk, id, "Annie", 1), Cancellation);
        var notNew = await grain.Put(Desk.By("ben"), Put(desk, id, "Annie", null), Cancellation);

        Assert.Equal(("stale-version", "stale-version"), (stale.Problem?.Code, notNew.Problem?.Code));
        Assert.Equal("Anna", (await grain.View(Cancellation))!.Content.Customer!.Name);
    }

    [Fact]
    public async Task The_same_content_again_is_no_new_version()
    {
        var desk = await Desk.Open(engine);
        var id = desk.EntityId + "-C1";
        var grain = desk.Master("customer", id);
        Desk.Succeeded(await grain.Put(Desk.By("ann"), Put(desk, id, "Ann", null), Cancellation));

        var again = await grain.Put(Desk.By("ben"), Put(desk, id, "Ann", 1), Cancellation);

        Assert.Equal(1, Desk.Succeeded(again).Version);
        Assert.Single(await grain.History(Cancellation));
    }

    [Fact]
    public async Task A_retry_finds_its_version_though_another_came_after_it()
    {
        var desk = await Desk.Open(engine);
        var id = desk.EntityId + "-C1";
        var grain = desk.Master("customer", id);
        var envelope = Desk.By("ann");
        Desk.Succeeded(await grain.Put(envelope, Put(desk, id, "Ann", null), Cancellation));
        Desk.Succeeded(await grain.Put(Desk.By("ben"), Put(desk, id, "Anna", 1), Cancellation));

        var again = await grain.Put(envelope, Put(desk, id, "Ann", null), Cancellation);
        var reused = await grain.Put(envelope, Put(desk, id, "Annie", null), Cancellation);

        Assert.Equal((1, true), (Desk.Succeeded(again).Version, again.IsReplay));
        Assert.Equal("id-reused", reused.Problem?.Code);
        Assert.Equal(2, (await grain.History(Cancellation)).Length);
    }

    [Fact]
    public async Task A_record_that_breaks_a_rule_names_the_field()
    {
        var desk = await Desk.Open(engine);
        var id = desk.EntityId + "-C1";

        var reply = await desk.Master("customer", id).Put(Desk.By("ann"), Put(desk, id, " ", null), Cancellation);

        Assert.Equal("record-invalid", reply.Problem?.Code);
        Assert.StartsWith("name:", reply.Problem!.Detail, StringComparison.Ordinal);
        Assert.Null(await desk.Master("customer", id).View(Cancellation));
    }

    [Fact]
    public async Task The_tax_status_is_of_a_customer_of_the_same_legal_entity()
    {
        var desk = await Desk.Open(engine);
        var id = desk.EntityId + "-C1";
        var grain = desk.Master("tax-profile", id);
        var put = new MasterPut(
            new(TaxProfile: new TaxProfileRecord(id, desk.EntityId, null, null, new VatNumberRecord("DE1", []))),
            Desk.January,
            null);
        var broken = put with
        {
            Content = new(TaxProfile: put.Content.TaxProfile! with { VatNumber = new VatNumberRecord(" ", []) }),
        };

        var nobody = await grain.Put(Desk.By("ann"), put, Cancellation);
        Desk.Succeeded(await desk.Master("customer", id).Put(
            Desk.By("ann"), Put(desk, id, "Ann", null), Cancellation));
        var wrong = await grain.Put(Desk.By("ann"), broken, Cancellation);
        var stored = Desk.Succeeded(await grain.Put(Desk.By("ann"), put, Cancellation));

        Assert.Equal(("customer-unknown", "record-invalid"), (nobody.Problem?.Code, wrong.Problem?.Code));
        Assert.StartsWith("vatNumber/number: required", wrong.Problem!.Detail, StringComparison.Ordinal);
        Assert.Equal("DE1", stored.Content.TaxProfile!.VatNumber!.Number);
    }

    private static MasterPut Put(Desk desk, string id, string name, long? expected) => new(
        new MasterContent(Customer: new CustomerRecord(id, desk.EntityId, name, [])), Desk.January, expected);

    private static string Line(MasterView version) =>
        $"{version.ActorId} {version.Reason} {version.Content.Customer!.Name}";
}
