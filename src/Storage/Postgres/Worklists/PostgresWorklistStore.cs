using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Worklists;

namespace BillingActors.Storage.Postgres.Worklists;

/// <summary>The worklist on PostgreSQL.</summary>
internal sealed class PostgresWorklistStore(
    PostgresDatabase database, ImportEnvelopes envelopes, UsageEnvelopes usage) : IWorklistStore
{
    private const string Select = $"select {PostgresWorklistRows.Columns} from worklist where id = $1";

    private const string SetOwner = "update worklist set owner = $2 where id = $1 and state = 'open'";

    private const string SetRest = "update worklist set snoozed_until = $2 where id = $1 and state = 'open'";

    private const string SetState = """
        update worklist set state = $2, resolved_by = $3, resolved_at = now(), resolution = $4
        where id = $1 and state = 'open'
        """;

    private const string SelectSetAside = "select payload from usage_suspense where account_key = $1 and name = $2";

    private const string DropSetAside = """
        delete from usage_suspense s using worklist w
        where w.id = $1 and w.kind = 'usage-record' and w.state = 'dropped'
            and s.account_key = w.entity_id || '/' || w.account_id and s.name = w.field
        """;

    public async Task<WorklistRow?> Read(long id, CancellationToken cancellation)
    {
        var row = (await envelopes.Open(
            await database.Command(Select, id).Query(PostgresWorklistRows.Read, cancellation), cancellation))
            .FirstOrDefault();
        if (row is not { Kind: WorklistWords.UsageRecord, State: "open", Field: { } name })
            return row;
        var key = $"{row.EntityId}/{row.AccountId}";
        var payload = await database.Command(SelectSetAside, key, name)
            .Query(static one => one.GetFieldValue<byte[]>(0), cancellation);
        return payload.IsEmpty ? row : row with { Raw = await usage.Text(key, name, payload[0], cancellation) };
    }

    public async Task<bool> Assign(long id, string owner, CancellationToken cancellation) =>
        await database.Command(SetOwner, id, owner).Run(cancellation) == 1;

    public async Task<bool> Snooze(long id, DateOnly until, CancellationToken cancellation) =>
        await database.Command(SetRest, id, until).Run(cancellation) == 1;

    public async Task<bool> Resolve(
        long id, string state, string actorId, string resolution, CancellationToken cancellation)
    {
        WorklistWords.Check(state);
        return await database.InTransaction(
            async transaction =>
            {
                if (await transaction.Command(SetState, id, state, actorId, resolution).Run(cancellation) == 0)
                    return false;
                await transaction.Command(DropSetAside, id).Run(cancellation);
                return true;
            },
            cancellation);
    }
}
