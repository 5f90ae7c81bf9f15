using BillingActors.Storage.MasterData;
using BillingActors.Storage.Postgres.MasterData;
using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Storage.Tests.MasterData;

public sealed class PostgresMasterDataStoreTests(PostgresFixture fixture)
    : MasterDataStoreContract, IClassFixture<PostgresFixture>
{
    private static readonly string[] Tables = ["master_record", "legal_entity_key", "customer_key", "search_token"];

    private protected override IMasterDataTable Table { get; } = new PostgresMasterDataTable(fixture.Database);

    /// <summary>Binary columns print as hex, so the text is looked for both ways.</summary>
    protected override async Task<bool> Contains(string text)
    {
        var hex = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text));
        foreach (var table in Tables)
        {
            var sql = $"select count(*) from {table} t where position('{text}' in t::text) > 0 or position('{hex}' in t::text) > 0";
            if (await fixture.Sql(sql) > 0)
                return true;
        }
        return false;
    }
}
