using System.Net.Http.Headers;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Gateway.Tests.Mail;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The real program over a market whose January is billed, and a mail server beside it.</summary>
public abstract class MailWorld(ApprovedMarket market) : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly List<InvoiceRow> _invoices = [];
    private StorageOptions _storage = new();
    private BillingProgram? _program;

    internal MailServer Server { get; } = new();

    /// <summary>Where the program is.</summary>
    internal Uri Address => _program!.Address;

    /// <summary>The key of a supervisor.</summary>
    internal string Key => market.SupervisorKey;

    public HttpClient Supervisor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        _storage = await market.Copy();
        await Start();
        using (var desk = new MarketDesk(Address, market.OperatorKey, market.SupervisorKey))
        {
            await MarketDesk.Step(desk.Operator, market.RunId, "release");
            await desk.Until(market.RunId, "closed");
        }
        using var client = new GatewayClient(Address, market.OperatorKey);
        await foreach (var row in client.Rows<InvoiceRow>(Paths.Run(market.RunId, "/invoices"), Http.Cancellation))
            _invoices.Add(row);
    }

    public async ValueTask DisposeAsync()
    {
        Supervisor?.Dispose();
        if (_program is not null)
            await _program.DisposeAsync();
        await Server.DisposeAsync();
        await market.DisposeAsync();
    }

    /// <summary>An invoice of January.</summary>
    internal InvoiceRow Invoice(int index) => _invoices[index];

    /// <summary>Ends the program as a power cut would, and starts it, perhaps to end at a point.</summary>
    internal async Task KillAndStart(string? crashAt = null)
    {
        await _program!.DisposeAsync(); // SIGKILL: it gets no chance to finish anything.
        await Start(crashAt);
    }

    /// <summary>Waits until the program has killed itself, and starts it anew.</summary>
    internal async Task UntilDeadAndStart()
    {
        await _program!.End();
        await KillAndStart();
    }

    internal async Task<JsonElement> Ask(int index, string body = "{}", string? reason = null)
    {
        string[] why = reason is null ? [] : ["Reason: " + reason];
        string[] headers = [$"Idempotency-Key: {Guid.NewGuid()}", .. why];
        using var asked = await Supervisor.Send("POST", PathOf(index), body, headers);
        var said = await asked.Json();
        Assert.True(asked.IsSuccessStatusCode, said.ToString());
        return said;
    }

    /// <summary>The deliveries of an invoice, newest first, once they are as wanted.</summary>
    internal async Task<JsonElement[]> Until(int index, Func<JsonElement, bool> isWanted)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (true)
        {
            using var listed = await Supervisor.Send("GET", PathOf(index));
            JsonElement[] rows = [.. (await listed.Json()).EnumerateArray()];
            if (rows.Length > 0 && rows.All(isWanted))
                return rows;
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    private string PathOf(int index) => $"/{Paths.Invoice(Invoice(index).InvoiceId, "/deliveries")}";

    private async Task Start(string? crashAt = null)
    {
        _program = await BillingProgram.Serve(
            _storage, crashAt,
            ("Billing__Mail__From", "billing@example.org"), ("Billing__Mail__Host", "127.0.0.1"),
            ("Billing__Mail__Port", FormattableString.Invariant($"{Server.Port}")), ("Billing__Mail__Tls", "none"),
            ("Billing__Mail__TimeoutSeconds", "1"), ("Billing__Mail__PollMilliseconds", "100"));
        Supervisor?.Dispose();
        Supervisor = new HttpClient { BaseAddress = _program.Address };
        Supervisor.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", market.SupervisorKey);
    }
}
