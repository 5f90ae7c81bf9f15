namespace BillingActors.Storage.Sqlite.Orleans;

/// <summary>
/// Grain state that is not money, in the embedded default; every write is fenced by the version it was read at.
/// </summary>
public sealed class SqliteGrainStates(SqliteDatabase database)
{
    private const string Select = "select version, payload from grain_state where state_name = $1 and grain_id = $2";

    private const string Insert = """
        insert into grain_state(state_name, grain_id, version, payload) values ($1, $2, 1, $3) on conflict do nothing
        """;

    private const string Move = """
        update grain_state set payload = $3, version = version + 1
        where state_name = $1 and grain_id = $2 and version = $4
        """;


    /// <summary>Version and payload (null when it was cleared), or null when nothing was ever stored.</summary>
    public async Task<(long Version, byte[]? Payload)?> Read(
        string stateName, string grainId, CancellationToken cancellation)
    {
        var rows = await database.All(
            Select,
            row => (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)),
            cancellation,
            stateName,
            grainId);
        return rows.IsEmpty ? null : rows[0];
    }

    /// <summary>
    /// Stores a payload, null to clear, over the version it was read at, 0 for a first write; answers the new version,
    /// or null when
    /// somebody else was first.
    /// </summary>
    public Task<long?> Write(
        string stateName, string grainId, long version, byte[]? payload, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                var count = version == 0
                    ? transaction.Execute(Insert, stateName, grainId, payload)
                    : transaction.Execute(Move, stateName, grainId, payload, version);
                return count == 1 ? version + 1 : (long?)null;
            },
            cancellation);
}
