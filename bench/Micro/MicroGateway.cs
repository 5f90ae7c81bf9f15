using System.Net.Http.Headers;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Gateway.Auth;
using BillingActors.Silo;
using BillingActors.Storage;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingActors.Micro;

/// <summary>The whole product in this process on the embedded database, with one account and a client.</summary>
internal sealed class MicroGateway : IAsyncDisposable
{
    private const string AccountKey = "bench/A1";

    private static readonly Uri BalancePath = new($"/v1/accounts/{AccountKey}/balance", UriKind.Relative);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-micro-");
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;

    private MicroGateway()
    {
    }

    public static async Task<MicroGateway> Start()
    {
        var gateway = new MicroGateway();
        await gateway.StartAll();
        return gateway;
    }

    public Task<byte[]> Balance() => _client.GetByteArrayAsync(BalancePath);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StartAll()
    {
        var settings = new BillingHostSettings
        {
            Overrides = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"] = StorageOptions.Sqlite,
                [$"{StorageOptions.Section}:{nameof(StorageOptions.Path)}"] = Path.Combine(_folder.FullName, "b.db"),
                [$"{SiloOptions.Section}:{nameof(SiloOptions.SiloPort)}"] = "0",
                [$"{SiloOptions.Section}:{nameof(SiloOptions.GatewayPort)}"] = "0",
                ["Billing:Gateway:Reads:PermitCount"] = "1000000000",
            },
            Urls = ["http://127.0.0.1:0"],
            IsQuiet = true,
        };
        _app = await BillingHost.Build(settings, CancellationToken.None);
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.First());
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await MakeKey());
        await OpenAccount();
        await Balance();
    }

    private async Task<string> MakeKey()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (stored, issued) = KeyIssuing.Create(new("bench", "bench", [Role.Agent], [], now.AddDays(1)), now);
        var noted = new AuditEntry(
            now, "bench", "job", "key-made", new AuditSubject("key", stored.View.KeyId), "bench-" + stored.View.KeyId);
        await _app.Services.GetRequiredService<IKeyStore>().Add(stored, noted, CancellationToken.None);
        return issued.Text;
    }

    private async Task OpenAccount()
    {
        var store = _app.Services.GetRequiredService<IAccountStore>();
        var context = new CommandContext(
            "command-1", new Actor(ActorKind.Person, "bench"), "bench", Instant.FromUtc(2025, 8, 1, 3, 0));
        var opened = new AccountEvent.Opened("bench", "C1", "EUR", "monthly", 14, new LocalDate(2025, 7, 1));
        await store.Append(
            new AccountCommit(
                await store.Load(AccountKey, CancellationToken.None), context, "hash", null, [opened]),
            CancellationToken.None);
    }
}
