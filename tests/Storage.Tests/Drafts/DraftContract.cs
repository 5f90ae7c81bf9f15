using BillingActors.Storage.Drafts;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Drafts;

/// <summary>What is kept of forms, whatever database lies below it.</summary>
public abstract class DraftContract(StoreSet stores, Func<StoreSet> restart) : StoreContract(stores)
{
    private DraftKey Key => new("ada-" + Id, "payment/E1/A1");

    [Fact]
    public async Task What_is_typed_outlives_the_program_and_is_nobody_elses()
    {
        await Stores.Drafts.Save(Key, new Form("12.5"), Cancellation);
        await Stores.Drafts.Save(Key, new Form("12.50"), Cancellation);

        await using var next = restart();
        Assert.Equal(new Form("12.50"), (await next.Drafts.Find<Form>(Key, Cancellation))!.Value.Form);
        Assert.Null(await next.Drafts.Find<Form>(Key with { PersonId = "eve" }, Cancellation));
        Assert.Null(await next.Drafts.Find<Form>(Key with { Form = "payment/E1/A2" }, Cancellation));

        await next.Drafts.Drop(Key, Cancellation);
        Assert.Null(await Stores.Drafts.Find<Form>(Key, Cancellation));
    }

    [Fact]
    public async Task It_lies_sealed_and_in_no_other_place()
    {
        await Stores.Drafts.Save(Key, new Form("Berta Secret"), Cancellation);
        Assert.Equal(0, await Sql($"select count(*) from form_draft where person_id = '{Key.PersonId}'"
            + " and cast(body as text) like '%Secret%'"));

        await Sql($"update form_draft set person_id = 'eve-{Id}' where person_id = '{Key.PersonId}'");
        Assert.Null(await Stores.Drafts.Find<Form>(Key with { PersonId = "eve-" + Id }, Cancellation));
        Assert.Equal(0, await Sql($"select count(*) from form_draft where person_id = 'eve-{Id}'"));
    }

    [Fact]
    public async Task A_form_that_is_too_long_is_not_kept() => await Assert.ThrowsAsync<ArgumentException>(
        () => Stores.Drafts.Save(Key, new Form(new string('x', FormDrafts.LengthMax)), Cancellation));

    private sealed record Form(string Amount);
}
