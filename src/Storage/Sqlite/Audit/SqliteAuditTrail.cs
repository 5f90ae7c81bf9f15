using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Sqlite.Audit;

/// <summary>The audit trail on SQLite.</summary>
internal sealed class SqliteAuditTrail(SqliteDatabase database) : IAuditTrail
{
    private const int WalkLength = 1000;

    private const string Select = $"""
        select {SqliteAuditRows.Columns} from audit_entry
        where ($1 = 0 or position < $1)
            and (json_array_length($2) = 0 or entity_id in (select value from json_each($2)))
            and ($3 = '' or actor = $3) and ($4 = '' or action = $4)
            and ($5 = '' or entity_id = $5) and ($6 = '' or account_id = $6)
        order by position desc limit $7
        """;

    private const string SelectOn =
        $"select {SqliteAuditRows.Columns} from audit_entry where position > $1 order by position limit $2";

    public Task<bool> Append(AuditEntry entry, CancellationToken cancellation) =>
        database.Write(transaction => transaction.Append(entry), cancellation);

    public Task<ImmutableArray<AuditRow>> Read(
        AuditFilter filter, long before, int countMax, CancellationToken cancellation) =>
        database.All(
            Select, SqliteAuditRows.Read, cancellation, before, SqliteQueries.JsonArray(filter.Scope.Entities),
            filter.ActorId, filter.Action, filter.EntityId, filter.AccountId, countMax);

    public Task<AuditChainState> Check(CancellationToken cancellation) => database.Read(
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            var head = snapshot.Query(
                SqliteAuditRows.SelectHead, row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1))).Single();
            var walk = new AuditWalk();
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var page = snapshot.Query(SelectOn, SqliteAuditRows.Read, walk.Count, WalkLength);
                foreach (var row in page)
                {
                    if (walk.Add(row) is { } fault)
                        return new AuditChainState(walk.Count, fault);
                }
                if (page.Count < WalkLength)
                    return new AuditChainState(walk.Count, walk.End(head.Item1, head.Item2));
            }
        },
        cancellation);
}
