using BillingActors.Storage;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Privacy;

namespace BillingActors.Cli.Embedded;

/// <summary>The stores of a database, opened without a silo.</summary>
internal sealed class OfflineDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OfflineDatabase(ServiceProvider services) => _services = services;

    /// <summary>Opens the database and brings it to the schema of this program.</summary>
    public static async Task<OfflineDatabase> Open(StorageOptions storage, CancellationToken cancellation)
    {
        storage.MakeDirectory();
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var privacy = configuration.GetSection(PrivacyOptions.Section).Get<PrivacyOptions>() ?? new PrivacyOptions();
        var audit = configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new AuditOptions();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddStorage(storage, privacy, audit: audit).BuildServiceProvider();
        await services.MigrateStorage(cancellation);
        return new OfflineDatabase(services);
    }

    /// <summary>A store.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
