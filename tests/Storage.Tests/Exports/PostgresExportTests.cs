using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Exports;

public sealed class PostgresExportTests(PostgresFixture fixture)
    : ExportContract(StoreSet.Of(fixture), () => StoreSet.Of(fixture)), IClassFixture<PostgresFixture>;
