using System.Security.Cryptography;
using BillingActors.Storage;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Micro;

/// <summary>The embedded database in a folder of its own, which goes when it ends.</summary>
internal sealed class MicroStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-micro-");
    private readonly ServiceProvider _services;

    private MicroStore() => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddStorage(
            new StorageOptions { Path = Path.Combine(_folder.FullName, "billing.db") },
            new PrivacyOptions { MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) },
            new InboxOptions { WaitingRecordCountMax = 100_000_000, WaitingByteCountMax = 1L << 40 })
        .BuildServiceProvider();

    public static async Task<MicroStore> Create()
    {
        var store = new MicroStore();
        await store._services.MigrateStorage(CancellationToken.None);
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
