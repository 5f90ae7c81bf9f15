using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Worklists;

namespace BillingActors.Storage.Postgres.Worklists;

/// <summary>The worklist on PostgreSQL.</summary>
internal sealed class PostgresWorklistStore(PostgresDatabase database, ImportEnvelopes envelopes) : IWorklistStore
{
    private const string Select = $"select {PostgresWorklistRows.Columns} from worklist where id = $1";

    private const string SetOwner = "update worklist set owner = $2 where id = $1 and state = 'open'";

    private const string SetState = """
        update worklist set state = $2, resolved_by = $3, resolved_at = now(), resolution = $4
        where id = $1 and state = 'open'
        """;

    public async Task<WorklistRow?> Read(long id, CancellationToken cancellation) =>
        (await envelopes.Open(
            await database.Command(Select, id).Query(PostgresWorklistRows.Read, cancellation), cancellation))
        .FirstOrDefault();

    public async Task<bool> Assign(long id, string owner, CancellationToken cancellation) =>
        await database.Command(SetOwner, id, owner).Run(cancellation) == 1;

    public async Task<bool> Resolve(
        long id, string state, string actorId, string resolution, CancellationToken cancellation)
    {
        WorklistWords.Check(state);
        return await database.Command(SetState, id, state, actorId, resolution).Run(cancellation) == 1;
    }
}
