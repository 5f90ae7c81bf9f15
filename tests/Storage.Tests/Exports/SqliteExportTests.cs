using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Exports;

public sealed class SqliteExportTests(SqliteFixture fixture)
    : ExportContract(StoreSet.Of(fixture), () => StoreSet.Of(fixture)), IClassFixture<SqliteFixture>;
