using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Storage.Tests.Webhooks;

/// <summary>What every store of endpoints and of what they are sent promises, whatever lies below it.</summary>
public abstract class WebhookContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    protected string Entity => "E" + Id;

    private string WebhookId => "webhook-" + Id;

    [Fact]
    public async Task An_endpoint_is_what_was_stored_and_its_secret_lies_sealed()
    {
        var (stored, text) = await Make("invoice.issued", "payment.received");

        var read = (await Stores.Webhooks.Find(WebhookId, Cancellation))!;

        Assert.Equal(stored.View with { Types = [] }, read.View with { Types = [] });
        Same(["invoice.issued", "payment.received"], read.View.Types);
        Assert.StartsWith("whsec_", text, StringComparison.Ordinal);
        var secret = Convert.FromBase64String(text[6..]);
        Assert.InRange(secret.Length, 24, 64);
        Assert.True(read.Secret.Span.IndexOf(secret) < 0, "The secret lies in the clear.");
        var message = ("msg_1", At, Body: "{}"u8.ToArray());
        Assert.Equal(
            WebhookSecrets.Signature(secret, message), await Stores.WebhookSecrets.Sign(read, message, Cancellation));
        Assert.Null(await Stores.Webhooks.Find("webhook-nobody", Cancellation));
    }

    [Fact]
    public async Task While_the_receiver_changes_over_calls_bear_two_signatures_and_then_one()
    {
        var (stored, first) = await Make("invoice.issued");
        var (second, sealedSecond) = await Stores.WebhookSecrets.New(Entity, WebhookId, Cancellation);
        var changed = new StoredWebhook(
            stored.View with { Version = 2, SecretBeforeUntil = At.AddHours(1) }, sealedSecond, stored.Secret);
        Assert.True(await Stores.Webhooks.Change(changed, Noted(), Cancellation));
        var read = (await Stores.Webhooks.Find(WebhookId, Cancellation))!;

        var during = await Stores.WebhookSecrets.Sign(read, ("msg_1", At, [1]), Cancellation);
        var after = await Stores.WebhookSecrets.Sign(read, ("msg_1", At.AddHours(1), [1]), Cancellation);

        Assert.Equal($"{Signed(second, At)} {Signed(first, At)}", during);
        Assert.Equal(Signed(second, At.AddHours(1)), after);
        Assert.False(await Stores.Webhooks.Change(changed, Noted(), Cancellation), "Somebody else was faster.");

        static string Signed(string secret, DateTimeOffset at) =>
            WebhookSecrets.Signature(Convert.FromBase64String(secret[6..]), ("msg_1", at, [1]));
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_written()
    {
        var account = await Billed("A");
        await Append(Turns.Charge(account, 5));
        Assert.Equal(0, await Sql("select count(*) from webhook_flush where body like '%" + Entity + "%'"));
    }

    [Fact]
    public async Task Only_what_is_asked_for_of_the_own_legal_entity_is_sent_and_each_event_once()
    {
        await Make("invoice.issued");
        var account = await Billed("A");
        await Append(Turns.Charge(account, 5));
        await Append(Turns.Open("F" + Id + "/A", Turns.Started("CT-1")));

        await SpreadAll();
        await SpreadAll();

        var one = Assert.Single(await Log());
        Assert.Equal(("invoice.issued", "A", 3L, "waiting"), (one.Type, one.AccountId, one.AccountVersion, one.State));
        Assert.Equal(WebhookMessage.IdOf(WebhookId, Entity + "/A", 3), one.MessageId);
        Assert.Equal(0, await Sql("select count(*) from webhook_flush where body like '%" + Entity + "%'"));
    }

    [Fact]
    public async Task A_page_of_a_run_is_noted_in_one_row()
    {
        await Make("invoice.issued");
        var opened = new List<LoadedAccount>();
        for (var i = 0; i < 5; i++)
            opened.Add(await Append(Turns.Open($"{Entity}/P{i}", Turns.Started("CT-1"))));
        await Stores.Accounts.AppendPage([.. opened.Select(one => Turns.Bill(one))], null, Cancellation);

        Assert.Equal(1, await Sql("select count(*) from webhook_flush where body like '%" + Entity + "%'"));
        await SpreadAll();
        Assert.Equal(5, (await Log()).Length);
    }

    [Fact]
    public async Task Of_an_account_only_the_first_goes_and_the_next_when_that_is_done()
    {
        await Make("account.opened", "invoice.issued");
        await Billed("A");
        await Billed("B");
        await SpreadAll();

        var first = await Claim(10);
        Same(["account.opened", "account.opened"], first.Select(one => one.Type));
        Assert.Empty(await Claim(10));
        await Settle(first[0], WebhookDelivery.Delivered);

        var next = Assert.Single(await Claim(10));
        Assert.Equal(("invoice.issued", first[0].AccountKey), (next.Type, next.AccountKey));
        await Stores.WebhookOutbox.Settle(
            first[1], new DeliveryOutcome("waiting", "refused", At) { NextAt = At.AddHours(1) }, Cancellation);
        Assert.Empty(await Claim(10));
        Assert.Single(await Claim(10, At.AddHours(1)), one => one.AccountKey == first[1].AccountKey);
    }

    [Fact]
    public async Task What_nobody_settled_is_due_again_after_its_lease_and_who_comes_late_changes_nothing()
    {
        await Make("account.opened");
        await Billed("A");
        await SpreadAll();
        var lost = Assert.Single(await Claim(10));
        Assert.Empty(await Claim(10, At + Lease - TimeSpan.FromSeconds(1)));

        var again = Assert.Single(await Claim(10, At + Lease));

        Assert.Equal((lost.MessageId, 2), (again.MessageId, again.AttemptCount));
        Assert.False(await Settle(lost, WebhookDelivery.Failed));
        Assert.True(await Settle(again, WebhookDelivery.Delivered));
        Assert.Equal(("delivered", 2), ((await Log())[0].State, (await Log())[0].AttemptCount));
    }

    [Fact]
    public async Task Many_at_once_take_each_delivery_once()
    {
        await Make("account.opened");
        for (var i = 0; i < 12; i++)
            await Append(Turns.Open($"{Entity}/M{i}"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SpreadAll()));
        Assert.Equal(12, (await Log()).Length);

        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Claim(3)));

        var numbers = claims.SelectMany(claim => claim.Select(one => one.Number)).ToList();
        Assert.Equal(12, numbers.Distinct().Count());
        Assert.Equal(12, numbers.Count);
    }

    [Fact]
    public async Task A_replay_keeps_the_id_and_the_same_request_sends_once()
    {
        await Make("account.opened");
        await Billed("A");
        await SpreadAll();
        var first = Assert.Single(await Claim(10));
        await Settle(first, WebhookDelivery.Delivered);
        var noted = Noted("webhook-replayed");

        Assert.Equal(1, await Stores.Webhooks.Replay(WebhookId, new ReplayWish(first.Number), noted, Cancellation));
        Assert.Null(await Stores.Webhooks.Replay(WebhookId, new ReplayWish(first.Number), noted, Cancellation));

        var again = Assert.Single(await Claim(10));
        Assert.Equal((first.MessageId, 2, 1), (again.MessageId, again.AttemptCount, again.RoundCount));
        Assert.Equal(0, await Replay(new ReplayWish(Number: long.MaxValue)));
    }

    [Fact]
    public async Task All_that_failed_or_all_since_a_moment_is_sent_again()
    {
        await Make("account.opened");
        for (var i = 0; i < 3; i++)
            await Append(Turns.Open($"{Entity}/R{i}"));
        await SpreadAll();
        var claimed = await Claim(10);
        await Settle(claimed[0], WebhookDelivery.Failed);
        await Settle(claimed[1], WebhookDelivery.Delivered);
        await Stores.WebhookOutbox.Settle(
            claimed[2], new DeliveryOutcome("waiting", "refused", At) { NextAt = At.AddHours(9) }, Cancellation);

        Assert.Equal(2, await Replay(new ReplayWish(AllFailed: true)));
        Assert.Equal(2, (await Claim(10)).Length);
        Assert.Equal(0, await Replay(new ReplayWish(From: At.AddSeconds(1))));
        Assert.Equal(1, await Replay(new ReplayWish(From: At)));
        Assert.Equal("delivered", Assert.Single(
            await Stores.Webhooks.Log(WebhookId, null, (0, 10), Cancellation), one => one.LastOutcome == "delivered")
            .LastOutcome);
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_is_called_no_more_and_people_are_told()
    {
        await Make("account.opened");
        await Billed("A");
        await Billed("B");
        await SpreadAll();
        var claimed = await Claim(1);

        await Stores.WebhookOutbox.Settle(
            claimed[0], new DeliveryOutcome("failed", "gone", At) { Status = 410, Disables = "gone" }, Cancellation);

        var gone = (await Stores.Webhooks.Find(WebhookId, Cancellation))!;
        Assert.Equal((false, "gone", 2L), (gone.View.IsEnabled, gone.View.Why, gone.View.Version));
        Assert.Empty(await Claim(10));
        var row = Assert.Single(await Stores.Reports.Worklist(
            new EntityScope([Entity]), new WorklistFilter(Kind: "webhook-endpoint"), 0, 10, Cancellation));
        Assert.Equal(("webhook-gone", "open", WebhookId), (row.Code, row.State, row.Field));

        var wanted = gone with { View = gone.View with { IsEnabled = true, Why = null, Version = 3 } };
        Assert.True(await Stores.Webhooks.Change(wanted, Noted(), Cancellation));

        Assert.Equal("fixed", (await Stores.Worklist.Read(row.Id, Cancellation))!.State);
        Assert.Null((await Stores.Webhooks.Find(WebhookId, Cancellation))!.View.FailingSince);
        Assert.Single(await Claim(10));
    }

    [Fact]
    public async Task What_is_said_is_thin_and_the_same_each_time()
    {
        await Make("invoice.issued");
        await Billed("A");
        await SpreadAll();
        var claimed = Assert.Single(await Claim(10));

        var text = await Stores.WebhookOutbox.Message(claimed, Cancellation);

        Assert.Equal(text, await Stores.WebhookOutbox.Message(claimed, Cancellation));
        var said = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal((claimed.MessageId, "invoice.issued", "2025-02-01T08:00:00.123456Z"),
            (Text(said, "id"), Text(said, "type"), Text(said, "timestamp")));
        var data = said.GetProperty("data");
        Assert.Equal((Entity, "A", "INV-00000001", 7140L), (Text(data, "entityId"), Text(data, "accountId"),
            Text(data, "number"), data.GetProperty("totalMinor").GetInt64()));
        Assert.InRange(text.Length, 1, 2_000);

        static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task What_is_done_goes_when_it_is_old_and_what_waits_stays()
    {
        await Make("account.opened");
        await Append(Turns.Open(Entity + "/A"));
        await Append(Turns.Open(Entity + "/B"));
        await SpreadAll();
        await Settle((await Claim(1))[0], WebhookDelivery.Delivered);

        await Stores.WebhookOutbox.Trim(At, Cancellation);
        Assert.Equal(2, (await Log()).Length);
        await Stores.WebhookOutbox.Trim(At.AddSeconds(1), Cancellation);

        Assert.Equal("waiting", Assert.Single(await Log()).State);
    }

    protected async Task<(StoredWebhook Stored, string Secret)> Make(params string[] types)
    {
        var (text, sealedSecret) = await Stores.WebhookSecrets.New(Entity, WebhookId, Cancellation);
        var view = new Webhook(
            WebhookId, Entity, "https://hooks.example.org/in", "tests", [.. types], true, null, 1, At, "ada", At, null,
            null);
        var stored = new StoredWebhook(view, sealedSecret, null);
        await Stores.Webhooks.Add(stored, Noted("webhook-made"), Cancellation);
        return (stored, text);
    }

    protected async Task<LoadedAccount> Billed(string accountId) =>
        await Append(Turns.Bill(await Append(Turns.Open($"{Entity}/{accountId}", Turns.Started("CT-1")))));

    protected async Task SpreadAll()
    {
        while (await Stores.WebhookOutbox.Spread(At, Cancellation))
            Cancellation.ThrowIfCancellationRequested();
    }

    protected Task<ImmutableArray<WebhookDelivery>> Log() =>
        Stores.Webhooks.Log(WebhookId, null, (0, 100), Cancellation);

    private Task<LoadedAccount> Append(AccountCommit commit) => Stores.Accounts.Append(commit, Cancellation);

    private Task<ImmutableArray<ClaimedDelivery>> Claim(int countMax, DateTimeOffset? at = null) =>
        Stores.WebhookOutbox.Claim(WebhookId, countMax, (at ?? At, (at ?? At) + Lease), Cancellation);

    private Task<bool> Settle(ClaimedDelivery claimed, string state) => Stores.WebhookOutbox.Settle(
        claimed, new DeliveryOutcome(state, state, At) { Status = 200, Milliseconds = 7 }, Cancellation);

    private Task<int?> Replay(ReplayWish wish) =>
        Stores.Webhooks.Replay(WebhookId, wish, Noted("webhook-replayed"), Cancellation);
}
