using System.Security.Cryptography;
using BillingActors.Storage;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Load.Machine;

/// <summary>The stores alone on a database of the benchmark, without a silo.</summary>
internal static class StorageServices
{
    public static ServiceProvider Of(string connectionString) => new ServiceCollection()
        .AddStorage(
            new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = connectionString },
            new PrivacyOptions { MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) },
            new InboxOptions { WaitingRecordCountMax = 100_000_000, WaitingByteCountMax = 1L << 40 })
        .BuildServiceProvider();
}
