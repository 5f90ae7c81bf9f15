using System.Security.Cryptography;
using BillingActors.Gateway;
using BillingActors.Gateway.Auth;
using BillingActors.Silo;
using BillingActors.Storage;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Privacy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Load.Machine;

/// <summary>The whole product in this process, on a database of the benchmark and on free ports.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    // One key for all hosts of a run: a second host reads what the first encrypted.
    private static readonly string MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private const string Unlimited = "1000000000";

    private readonly WebApplication _app;

    private BenchHost(WebApplication app) => _app = app;

    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public IImportStore Imports => _app.Services.GetRequiredService<IImportStore>();

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<BenchHost> Start(string connectionString, CancellationToken cancellation)
    {
        var settings = new BillingHostSettings
        {
            Overrides = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"] = StorageOptions.Postgres,
                [$"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}"] = connectionString,
                [$"{PrivacyOptions.Section}:{nameof(PrivacyOptions.MasterKey)}"] = MasterKey,
                [$"{SiloOptions.Section}:{nameof(SiloOptions.SiloPort)}"] = "0",
                [$"{SiloOptions.Section}:{nameof(SiloOptions.GatewayPort)}"] = "0",
                // One caller stands for a whole service desk here, and a bank hands in a day at once.
                [$"{GatewayOptions.Section}:{nameof(GatewayOptions.Reads)}:{nameof(RateLimit.PermitCount)}"] =
                    Unlimited,
                [$"{InboxOptions.Section}:{nameof(InboxOptions.WaitingRecordCountMax)}"] = "100000000",
                [$"{InboxOptions.Section}:{nameof(InboxOptions.WaitingByteCountMax)}"] = "1099511627776",
            },
            Urls = ["http://127.0.0.1:0"],
            IsQuiet = true,
        };
        var app = await BillingHost.Build(settings, cancellation);
        await app.StartAsync(cancellation);
        return new BenchHost(app);
    }

    /// <summary>Makes an API key of a role.</summary>
    public async Task<string> MakeKey(string role, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (stored, issued) = KeyIssuing.Create(new("bench", "bench", [role], [], now.AddDays(1)), now);
        var noted = new AuditEntry(
            now, "bench", "job", "key-made", new AuditSubject("key", stored.View.KeyId), "bench-" + stored.View.KeyId);
        await Get<IKeyStore>().Add(stored, noted, cancellation);
        return issued.Text;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
