using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Gateway.Auth;
using BillingActors.Silo;
using BillingActors.Storage;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingActors.Micro;

/// <summary>
/// The balance of an active account over HTTP, through the whole product in this process; client included.
/// </summary>
[MemoryDiagnoser]
public class LookUpBenchmarks
{
    private const string AccountKey = "bench/A1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-micro-");
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    [GlobalSetup]
    public async Task Start()
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
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await MakeKey());
        await Open();
        await Balance();
    }

    [Benchmark(Description = "balance through the gateway")]
    public async Task<int> Balance()
    {
        var body = await _client.GetByteArrayAsync(new Uri($"/v1/accounts/{AccountKey}/balance", UriKind.Relative));
        return body.Length;
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> MakeKey()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (stored, issued) = KeyIssuing.Create(new("bench", "bench", [Role.Agent], [], now.AddDays(1)), now);
        await _app.Services.GetRequiredService<IKeyStore>().Add(stored, CancellationToken.None);
        return issued.Text;
    }

    private async Task Open()
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
