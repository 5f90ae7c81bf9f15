using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Mediation;

public sealed class SqliteHeldCallTests(SqliteFixture fixture)
    : HeldCallContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>
{
    protected override string Holds(string column, string hex) => $"instr({column}, x'{hex}') > 0";
}
