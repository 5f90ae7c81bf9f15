using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Sqlite.Reports;
using BillingActors.Storage.Worklists;

namespace BillingActors.Storage.Sqlite.Worklists;

/// <summary>The worklist on SQLite.</summary>
internal sealed class SqliteWorklistStore(
    SqliteDatabase database, ImportEnvelopes envelopes, UsageEnvelopes usage) : IWorklistStore
{
    private const string Select = $"select {SqliteWorklistRows.Columns} from worklist where id = $1";

    private const string SetOwner = "update worklist set owner = $2 where id = $1 and state = 'open'";

    private const string SetRest = "update worklist set snoozed_until = $2 where id = $1 and state = 'open'";

    private const string SetState = $"""
        update worklist set state = $2, resolved_by = $3, resolved_at = {Microseconds.Now}, resolution = $4
        where id = $1 and state = 'open'
        """;

    private const string SelectSetAside = "select payload from usage_suspense where account_key = $1 and name = $2";

    private const string DropSetAside = """
        delete from usage_suspense where exists (
            select 1 from worklist w where w.id = $1 and w.kind = 'usage-record' and w.state = 'dropped'
                and usage_suspense.account_key = w.entity_id || '/' || w.account_id and usage_suspense.name = w.field)
        """;

    public async Task<WorklistRow?> Read(long id, CancellationToken cancellation)
    {
        var row = (await envelopes.Open(
            await database.All(Select, SqliteWorklistRows.Read, cancellation, id), cancellation)).FirstOrDefault();
        if (row is not { Kind: WorklistWords.UsageRecord, State: "open", Field: { } name })
            return row;
        var key = $"{row.EntityId}/{row.AccountId}";
        var payload = await database.All(
            SelectSetAside, static one => one.GetFieldValue<byte[]>(0), cancellation, key, name);
        return payload.IsEmpty ? row : row with { Raw = await usage.Text(key, name, payload[0], cancellation) };
    }

    public Task<bool> Assign(long id, string owner, CancellationToken cancellation) =>
        database.Write(transaction => transaction.Execute(SetOwner, id, owner) == 1, cancellation);

    public Task<bool> Snooze(long id, DateOnly until, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(SetRest, id, SqliteReportRows.Text(until)) == 1, cancellation);

    public Task<bool> Resolve(
        long id, string state, string actorId, string resolution, CancellationToken cancellation)
    {
        WorklistWords.Check(state);
        return database.Write(
            transaction =>
            {
                var isResolved = transaction.Execute(SetState, id, state, actorId, resolution) == 1;
                if (isResolved)
                    transaction.Execute(DropSetAside, id);
                return isResolved;
            },
            cancellation);
    }
}
