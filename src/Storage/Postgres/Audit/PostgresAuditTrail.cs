using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Postgres.Audit;

/// <summary>The audit trail on PostgreSQL.</summary>
internal sealed class PostgresAuditTrail(PostgresDatabase database) : IAuditTrail
{
    private const int WalkLength = 1000;

    private const string Select = $"""
        select {PostgresAuditRows.Columns} from audit_entry
        where ($1 = 0 or position < $1)
            and (cardinality($2) = 0 or entity_id = any($2))
            and ($3 = '' or actor = $3) and ($4 = '' or action = $4)
            and ($5 = '' or entity_id = $5) and ($6 = '' or account_id = $6)
        order by position desc limit $7
        """;

    private const string SelectOn =
        $"select {PostgresAuditRows.Columns} from audit_entry where position > $1 order by position limit $2";

    public Task<bool> Append(AuditEntry entry, CancellationToken cancellation) =>
        database.InTransaction(transaction => transaction.Append(entry, cancellation), cancellation);

    public Task<ImmutableArray<AuditRow>> Read(
        AuditFilter filter, long before, int countMax, CancellationToken cancellation) =>
        database.Command(
            Select, before, (string[])[.. filter.Scope.Entities], filter.ActorId, filter.Action, filter.EntityId,
            filter.AccountId, countMax).Query(PostgresAuditRows.Read, cancellation);

    public Task<AuditChainState> Check(CancellationToken cancellation) => database.OnSnapshot(
        async snapshot =>
        {
            var head = (await snapshot.Command(PostgresAuditRows.SelectHead).Query(
                row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), cancellation)).Single();
            var walk = new AuditWalk();
            while (true)
            {
                var page = await snapshot.Command(SelectOn, walk.Count, WalkLength)
                    .Query(PostgresAuditRows.Read, cancellation);
                foreach (var row in page)
                {
                    if (walk.Add(row) is { } fault)
                        return new AuditChainState(walk.Count, fault);
                }
                if (page.Length < WalkLength)
                    return new AuditChainState(walk.Count, walk.End(head.Item1, head.Item2));
            }
        },
        cancellation);
}
