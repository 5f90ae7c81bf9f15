using System.Net.Http.Headers;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Cli.Demo;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The real program over a market, in haste, and a receiver beside it.</summary>
public abstract class WebhookWorld(ApprovedMarket market) : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly (string Name, string Value)[] Settings =
    [
        ("DOTNET_ENVIRONMENT", "Development"), ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("Billing__Webhooks__LoopbackHttp", "true"), ("Billing__Webhooks__Haste", "1000"),
        ("Billing__Webhooks__PollMilliseconds", "100"), ("Billing__Webhooks__TimeoutSeconds", "2"),
    ];

    private readonly List<AccountRow> _accounts = [];
    private StorageOptions _storage = new();
    private BillingProgram? _program;
    private int _next;

    internal WebhookReceiver Receiver { get; } = new();

    /// <summary>Where the program is.</summary>
    internal Uri Address => _program!.Address;

    /// <summary>The key of an administrator.</summary>
    internal string AdminKey { get; private set; } = "";

    public HttpClient Admin { get; private set; } = null!;

    public HttpClient Supervisor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        _storage = await market.Copy();
        var (code, said) = await BillingProgram.Run(
            _storage, "keys", "create", "--person", "ada", "--role", "admin");
        Assert.True(code == 0, said);
        AdminKey = said.Split('\n').First(line => line.StartsWith("bak_", StringComparison.Ordinal)).Trim();
        await Start();
        using var client = new GatewayClient(_program!.Address, market.OperatorKey);
        await foreach (var row in client.Rows<AccountRow>("v1/accounts", Http.Cancellation))
            _accounts.Add(row);
    }

    public async ValueTask DisposeAsync()
    {
        Admin?.Dispose();
        Supervisor?.Dispose();
        if (_program is not null)
            await _program.DisposeAsync();
        await Receiver.DisposeAsync();
        await market.DisposeAsync();
    }

    internal async Task KillAndStart()
    {
        await _program!.DisposeAsync(); // SIGKILL: it gets no chance to finish anything.
        await Start();
    }

    internal async Task<(string Id, string Secret)> Make(string path, params string[] types)
    {
        var body = JsonSerializer.Serialize(
            new { entityId = DemoMarket.EntityId, url = Receiver.Address + path, types, description = "tests" });
        using var made = await Admin.Send("POST", "/v1/webhooks", body, "Idempotency-Key: make-" + path[1..]);
        var said = await made.Json();
        Assert.True(made.IsSuccessStatusCode, said.ToString());
        // An endpoint hears of what happens from one second after it was made.
        await Task.Delay(TimeSpan.FromSeconds(1.1), Http.Cancellation);
        return (said.GetProperty("webhook").GetProperty("webhookId").GetString()!,
            said.GetProperty("secret").GetString()!);
    }

    internal async Task<string> Pay(int account)
    {
        var receiptId = FormattableString.Invariant($"W-{Interlocked.Increment(ref _next)}");
        var body = $$"""
            {"receiptId":"{{receiptId}}","source":"till","method":"cash","amountMinor":1000,"currency":"AUD",
            "valueOn":"2025-02-03","isOnAccount":true}
            """;
        using var paid = await Supervisor.Send(
            "POST", PathOf(account, "/payments"), body, "Idempotency-Key: payment-" + receiptId);
        Assert.True(paid.IsSuccessStatusCode, (await paid.Json()).ToString());
        return receiptId;
    }

    internal async Task Reverse(int account, string receiptId)
    {
        using var reversed = await Supervisor.Send(
            "POST", PathOf(account, $"/payments/{receiptId}/reversal"),
            """{"kind":"reversed","reasonCode":"entry-error"}""",
            "Idempotency-Key: reversal-" + receiptId, "Reason: it was a test");
        Assert.True(reversed.IsSuccessStatusCode, (await reversed.Json()).ToString());
    }

    internal async Task<string> Rotate(string webhookId)
    {
        using var rotated = await Admin.Send(
            "POST", $"/v1/webhooks/{webhookId}/secret", """{"overlapHours":24}""",
            "Idempotency-Key: rotate-" + webhookId, "If-Match: \"1\"");
        return (await rotated.Json()).GetProperty("secret").GetString()!;
    }

    internal async Task Replay(string webhookId, string body)
    {
        using var replayed = await Admin.Send(
            "POST", $"/v1/webhooks/{webhookId}/replay", body, "Idempotency-Key: replay-" + webhookId);
        Assert.True(replayed.IsSuccessStatusCode, (await replayed.Json()).ToString());
    }

    internal async Task Disable(string webhookId)
    {
        using var view = await Admin.Send("GET", "/v1/webhooks/" + webhookId);
        var said = await view.Json();
        var body = JsonSerializer.Serialize(new
        {
            url = said.GetProperty("url").GetString(),
            types = said.GetProperty("types"),
            description = "done",
            isEnabled = false,
        });
        using var changed = await Admin.Send(
            "PUT", "/v1/webhooks/" + webhookId, body, "Idempotency-Key: disable-" + webhookId,
            "If-Match: " + view.Headers.ETag);
        Assert.True(changed.IsSuccessStatusCode, (await changed.Json()).ToString());
    }

    /// <summary>The log, newest first, once it is as wanted.</summary>
    internal async Task<JsonElement[]> Until(string webhookId, Func<JsonElement[], bool> isWanted)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (true)
        {
            using var listed = await Admin.Send("GET", $"/v1/webhooks/{webhookId}/deliveries");
            JsonElement[] rows = [.. (await listed.Json()).GetProperty("items").EnumerateArray()];
            if (rows.Length > 0 && isWanted(rows))
                return rows;
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    internal async Task<HttpResponseMessage> UntilDisabled(string webhookId)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (true)
        {
            var view = await Admin.Send("GET", "/v1/webhooks/" + webhookId);
            if (!(await view.Json()).GetProperty("isEnabled").GetBoolean())
                return view;
            view.Dispose();
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    private async Task Start()
    {
        _program = await BillingProgram.Serve(_storage, crashAt: null, Settings);
        Admin?.Dispose();
        Supervisor?.Dispose();
        (Admin, Supervisor) = (Client(AdminKey), Client(market.SupervisorKey));
    }

    private HttpClient Client(string key)
    {
        var client = new HttpClient { BaseAddress = _program!.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private string PathOf(int account, string rest) =>
        $"/v1/accounts/{_accounts[account].EntityId}/{_accounts[account].AccountId}{rest}";
}
