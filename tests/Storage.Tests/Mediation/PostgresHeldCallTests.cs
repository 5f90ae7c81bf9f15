using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Mediation;

public sealed class PostgresHeldCallTests(PostgresFixture fixture)
    : HeldCallContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>
{
    protected override string Holds(string column, string hex) => $"position(decode('{hex}', 'hex') in {column}) > 0";
}
