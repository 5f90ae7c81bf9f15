using BillingActors.Storage.Sqlite;
using BillingActors.Storage.Sqlite.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace BillingActors.Grains.Persistence;

/// <summary>Puts the SQLite grain storage into a silo.</summary>
public static class SqliteGrainStorageHosting
{
    /// <summary>
    /// Registers it under a name; the <see cref="SqliteDatabase"/> comes from the storage's own registration.
    /// </summary>
    public static ISiloBuilder AddSqliteGrainStorage(this ISiloBuilder silo, string name)
    {
        silo.Services.AddGrainStorage(name, (services, _) => new SqliteGrainStorage(
            new SqliteGrainStates(services.GetRequiredService<SqliteDatabase>()),
            services.GetRequiredService<IGrainStorageSerializer>(),
            services.GetRequiredService<IActivatorProvider>()));
        return silo;
    }
}
