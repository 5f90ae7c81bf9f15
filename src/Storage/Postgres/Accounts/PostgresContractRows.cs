using BillingActors.Domain.Accounts;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>
/// Which accounts have a contract at a service point: what a search by service point or meter goes through.
/// </summary>
internal static class PostgresContractRows
{
    private const string InsertContracts = """
        insert into contract(service_point_id, account_key, contract_id)
        select * from unnest($1::text[], $2::text[], $3::text[])
        on conflict do nothing
        """;

    public static NpgsqlBatchCommand Insert(IReadOnlyList<(string AccountKey, Contract Contract)> started) => Command(
        InsertContracts,
        Column(started, s => s.Contract.ServicePointId),
        Column(started, s => s.AccountKey),
        Column(started, s => s.Contract.Id));
}
