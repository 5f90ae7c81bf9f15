using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Worklists;

namespace BillingActors.Storage.Sqlite.Worklists;

/// <summary>The worklist on SQLite.</summary>
internal sealed class SqliteWorklistStore(SqliteDatabase database, ImportEnvelopes envelopes) : IWorklistStore
{
    private const string Select = $"select {SqliteWorklistRows.Columns} from worklist where id = $1";

    private const string SetOwner = "update worklist set owner = $2 where id = $1 and state = 'open'";

    private const string SetState = $"""
        update worklist set state = $2, resolved_by = $3, resolved_at = {Microseconds.Now}, resolution = $4
        where id = $1 and state = 'open'
        """;

    public async Task<WorklistRow?> Read(long id, CancellationToken cancellation) => (await envelopes.Open(
        await database.All(Select, SqliteWorklistRows.Read, cancellation, id), cancellation)).FirstOrDefault();

    public Task<bool> Assign(long id, string owner, CancellationToken cancellation) =>
        database.Write(transaction => transaction.Execute(SetOwner, id, owner) == 1, cancellation);

    public Task<bool> Resolve(
        long id, string state, string actorId, string resolution, CancellationToken cancellation)
    {
        WorklistWords.Check(state);
        return database.Write(
            transaction => transaction.Execute(SetState, id, state, actorId, resolution) == 1, cancellation);
    }
}
