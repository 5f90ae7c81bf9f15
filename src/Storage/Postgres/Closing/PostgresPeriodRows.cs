using System.Collections.Immutable;
using BillingActors.Domain.Closing;
using NodaTime;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Closing;

/// <summary>The rows of accounting periods as a flush takes them: for share, in order of the entities.</summary>
internal static class PostgresPeriodRows
{
    private const string ShareRows = """
        select entity_id, soft_locked_until, hard_locked_until from accounting_period
        where entity_id = any($1) order by entity_id for share
        """;

    private const string InsertRows = """
        insert into accounting_period(entity_id, version) select entity_id, 0 from unnest($1::text[]) as e(entity_id)
        on conflict do nothing
        """;

    /// <summary>Takes the rows; no lock moves until the transaction ends.</summary>
    public static NpgsqlBatchCommand Share(IEnumerable<string> entities) =>
        Command(ShareRows, Value<string[]>([.. entities]));

    /// <summary>The windows of the rows taken, by entity; an entity may have no row yet.</summary>
    public static async Task<IReadOnlyDictionary<string, BookingWindow>> Read(
        NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var windows = new Dictionary<string, BookingWindow>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            windows.Add(reader.GetString(0), new BookingWindow(Day(reader, 1), Day(reader, 2)));
        return windows;
    }

    /// <summary>Makes the rows that are missing: what is not there cannot be taken.</summary>
    public static Task Ensure(
        PostgresDatabase database, ImmutableArray<string> entities, CancellationToken cancellation) =>
        database.Command(InsertRows, (object)entities.ToArray()).Run(cancellation);

    private static LocalDate? Day(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(column));
}
