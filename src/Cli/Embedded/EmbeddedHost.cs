using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Mail;
using BillingActors.Grains;
using BillingActors.Grains.Interfaces;
using BillingActors.Silo;
using BillingActors.Storage;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Keys;
using Microsoft.Extensions.Options;

namespace BillingActors.Cli.Embedded;

/// <summary>The whole product inside this process, on a port of the loopback address unless told otherwise.</summary>
internal sealed class EmbeddedHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmbeddedHost(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal)
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal));

    /// <summary>
    /// Builds and starts it; the silo's own ports are free ones, so that several can run side by side.
    /// </summary>
    public static Task<EmbeddedHost> Start(
        StorageOptions storage, string urls, TimeProvider clock, CancellationToken cancellation) =>
        Start(storage, (urls, IsDevelopment: false), clock, cancellation);

    /// <summary>
    /// The same; for development anybody on this machine may log in to the console as anybody, and an address that
    /// others can reach is refused.
    /// </summary>
    public static async Task<EmbeddedHost> Start(
        StorageOptions storage, (string Urls, bool IsDevelopment) door, TimeProvider clock,
        CancellationToken cancellation)
    {
        storage.MakeDirectory();
        var overrides = Overrides(storage);
        if (door.IsDevelopment)
        {
            overrides[$"{AuthOptions.Section}:{nameof(AuthOptions.DevelopmentIssuer)}"] = "true";
            if (MailFolder(storage) is { } folder)
            {
                overrides[$"{MailOptions.Section}:{nameof(MailOptions.Folder)}"] = folder;
                overrides[$"{MailOptions.Section}:{nameof(MailOptions.From)}"] = "billing@example.com";
            }
        }
        var settings = new BillingHostSettings
        {
            Arguments = door.IsDevelopment ? [$"--{HostDefaults.EnvironmentKey}={Environments.Development}"] : [],
            Overrides = overrides,
            Clock = clock,
            Urls = door.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries),
            IsQuiet = true,
        };
        var app = await BillingHost.Build(settings, cancellation);
        await app.StartAsync(cancellation);
        return new EmbeddedHost(app);
    }

    /// <summary>
    /// Where messages lie that leave while somebody tries it out: beside the file of the database. Null where there is
    /// no such file, or where the environment says how mail leaves.
    /// </summary>
    public static string? MailFolder(StorageOptions storage) =>
        storage.Provider == StorageOptions.Sqlite
            && Environment.GetEnvironmentVariable($"Billing__Mail__{nameof(MailOptions.Host)}") is null
            && Environment.GetEnvironmentVariable($"Billing__Mail__{nameof(MailOptions.Folder)}") is null
            ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storage.Path))!, "mail")
            : null;

    /// <summary>Makes an API key, as the program that owns the database may.</summary>
    public async Task<IssuedKey> MakeKey(
        string personId, string[] roles, int days, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow(); // Keys live on the real clock, whatever day the business has.
        var wanted = new NewKey("demo", personId, [.. roles], [], now.AddDays(days));
        var (stored, issued) = KeyIssuing.Create(wanted, now);
        var noted = KeyNotes.Made(stored.View, now);
        await _app.Services.GetRequiredService<IKeyStore>().Add(stored, noted, cancellation);
        return issued;
    }

    /// <summary>Works off what has come due by a moment, as the schedulers would by and by.</summary>
    public async Task DoWhatIsDue(DateTimeOffset now, CancellationToken cancellation)
    {
        var services = _app.Services;
        var store = services.GetRequiredService<IDueWorkStore>();
        var grains = services.GetRequiredService<IGrainFactory>();
        var count = services.GetRequiredService<IOptions<GrainsOptions>>().Value.SchedulerShardCount;
        await Task.WhenAll(Enumerable.Range(0, count).Select(Work));

        async Task Work(int shard)
        {
            DueItem? stuck = null;
            while ((await store.Due(shard, count, now, 1, cancellation)).FirstOrDefault() is { } first)
            {
                if (first == stuck)
                    throw new InvalidOperationException($"{first.Kind} {first.Key} stays due.");
                stuck = first;
                await grains.GetGrain<ISchedulerGrain>(shard).Tick(cancellation);
            }
        }
    }

    /// <summary>Serves until the process is asked to end.</summary>
    public Task UntilEnd(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string?> Overrides(StorageOptions storage) => new(StringComparer.Ordinal)
    {
        [$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"] = storage.Provider,
        [$"{StorageOptions.Section}:{nameof(StorageOptions.Path)}"] = storage.Path,
        [$"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}"] = storage.ConnectionString,
        [$"{SiloOptions.Section}:{nameof(SiloOptions.SiloPort)}"] = "0",
        [$"{SiloOptions.Section}:{nameof(SiloOptions.GatewayPort)}"] = "0",
    };
}
