using System.Data.Common;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Postgres;
using NodaTime;

namespace BillingActors.Storage.Verification;

/// <summary>
/// Everything stored, as it stood at one moment: queries within one transaction, one at a time, their rows streamed.
/// </summary>
internal sealed class Books(DbTransaction snapshot, bool areInPostgres)
{
    /// <summary>Greater than every key.</summary>
    public const string LastKey = "\U0010FFFF";

    private const string PlanAsUsual = """
        select set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true),
            set_config('enable_mergejoin', 'on', true)
        """;

    /// <summary>
    /// Whether ranges of keys are read now, and not whole tables: PostgreSQL cannot tell while a table is young.
    /// </summary>
    public void AreReadByKey(bool areByKey)
    {
        if (areInPostgres)
            _ = Read(areByKey ? PostgresDatabase.PlanByKey : PlanAsUsual, row => row.GetString(0)).First();
    }

    /// <summary>The rows of a query, one after the other.</summary>
    public IEnumerable<T> Read<T>(string sql, Func<DbDataReader, T> read, params object[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return read(reader);
    }

    /// <summary>An instant, from a timestamp or from microseconds.</summary>
    public Instant At(DbDataReader row, int column) => areInPostgres
        ? Instant.FromDateTimeUtc(row.GetDateTime(column))
        : HashChain.FromMicroseconds(row.GetInt64(column));

    public static string? TextOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private DbCommand Command(string sql, object[] values)
    {
        var command = snapshot.Connection!.CreateCommand();
        command.Transaction = snapshot;
        // Constants of this assembly only; values go into parameters.
        command.CommandText = sql;
        command.CommandTimeout = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            // PostgreSQL counts parameters, SQLite calls them by their name.
            parameter.ParameterName = areInPostgres ? "" : "$" + (i + 1);
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
