using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleItems;

namespace BillingActors.Domain.Tests.Approvals;

/// <summary>What a maker puts to a request, and for how long it is known.</summary>
public sealed class RequestFilingTests
{
    private static readonly LocalDate Today = Day(4, 1);

    [Fact]
    public void A_document_is_put_to_a_request_that_waits_once()
    {
        AssertOnce<AccountEvent.ActionDocumentAdded>(Asked("adj-1"), account => Put(account, "adj-1", "ev-1"));

        var with = After(Asked("adj-1"), Put(Asked("adj-1"), "adj-1", "ev-1"));
        Assert.Equal(["ev-1"], with.DocumentsOf("adj-1"));
        Assert.Equal(["ev-1", "ev-2"], After(with, Put(with, "adj-1", "ev-2")).DocumentsOf("adj-1"));
        Assert.Empty(with.DocumentsOf("adj-2"));
    }

    [Fact]
    public void Nobody_but_the_maker_adds_one_and_only_while_it_waits()
    {
        var asked = Asked("adj-1");

        AssertRefused(ApprovalRefusals.NotTheMaker, Put(asked, "adj-1", "ev-1", who: "bert"));
        AssertRefused(ApprovalRefusals.RequestUnknown, Put(asked, "adj-2", "ev-1"));
        AssertRefused(ApprovalRefusals.RequestExpired, Put(asked, "adj-1", "ev-1", on: Today.PlusDays(15)));
        AssertRefused(Refusals.IdInvalid, Put(asked, "adj-1", "ev/1"));
        var rejected = After(asked, ActionRejection.Decide(asked, "adj-1", Today, Context("no", who: "bert")));
        AssertRefused(ApprovalRefusals.RequestUnknown, Put(rejected, "adj-1", "ev-1"));
    }

    [Fact]
    public void It_has_so_many_and_no_more()
    {
        var account = Filled(Asked("adj-1"), "adj-1", RequestFiling.DocumentCountMax);

        AssertRefused(ApprovalRefusals.TooManyDocuments, Put(account, "adj-1", "ev-more"));
        Assert.Empty(Put(account, "adj-1", "ev-0").Events);
    }

    [Fact]
    public void What_was_decided_is_still_known_and_another_request_of_the_id_begins_without()
    {
        var asked = After(Asked("adj-1"), Put(Asked("adj-1"), "adj-1", "ev-1"));
        var rejected = After(asked, ActionRejection.Decide(asked, "adj-1", Today, Context("no", who: "bert")));
        Assert.Equal(["ev-1"], rejected.DocumentsOf("adj-1"));

        Assert.Empty(Asked("adj-1", rejected).DocumentsOf("adj-1"));
    }

    [Fact]
    public void Of_very_many_the_oldest_are_forgotten_and_none_that_waits()
    {
        var account = Filled(Asked("adj-0"), "adj-0", 1);
        for (var i = 1; i <= 25; i++)
        {
            var id = $"adj-{i}";
            account = Filled(Asked(id, account), id, RequestFiling.DocumentCountMax);
            account = After(account, ActionRejection.Decide(account, id, Today, Context("no", who: "bert")));
        }

        Assert.Equal(Account.RequestDocumentCountMax, account.RequestDocuments.Length);
        Assert.Equal(["ev-0"], account.DocumentsOf("adj-0"));
        Assert.Empty(account.DocumentsOf("adj-5"));
        Assert.Equal(RequestFiling.DocumentCountMax, account.DocumentsOf("adj-25").Count());
    }

    private static Account Asked(string id, Account? account = null)
    {
        var before = account ?? Owing;
        var take = new TakeAction(
            new MoneyAction.Adjusting(Adjust(100, id: id) with { On = Today }), 1, Today, Today.PlusDays(14));
        return After(before, ActionTaking.Decide(before, take, Context("why", who: "anna")));
    }

    private static Account Filled(Account account, string id, int count) => Enumerable.Range(0, count).Aggregate(
        account, (now, i) => After(now, Put(now, id, $"ev-{i}")));

    private static Decision<AccountEvent> Put(
        Account account, string id, string document, string who = "anna", LocalDate? on = null) =>
        RequestFiling.Decide(
            account, new AccountEvent.ActionDocumentAdded(id, document, on ?? Today), Context(who: who));

    private static Account After(Account account, Decision<AccountEvent> decision) =>
        decision.Events.Aggregate(account, (now, happened) => now.Apply(
            happened, new EventEnvelope(Context("why", who: "anna"), "hash", null, 2, [])));
}
