using System.Security.Cryptography;
using BillingActors.Silo;
using BillingActors.Storage;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Privacy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Load;

/// <summary>The whole product in this process, on a database of the benchmark and on free ports.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    // One key for all hosts of a run: a second host reads what the first encrypted.
    private static readonly string MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private readonly WebApplication _app;

    private BenchHost(WebApplication app) => _app = app;

    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public IImportStore Imports => _app.Services.GetRequiredService<IImportStore>();

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
            },
            Urls = ["http://127.0.0.1:0"],
            IsQuiet = true,
        };
        var app = await BillingHost.Build(settings, cancellation);
        await app.StartAsync(cancellation);
        return new BenchHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
