using System.Data;
using Npgsql;

namespace BillingActors.Storage.Postgres;

/// <summary>
/// The one way to PostgreSQL: a data source with its pool. READ COMMITTED everywhere, locks in fixed order.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>
    /// For transactions that find single rows by key and nothing else: a plan made while a table was small would scan
    /// it, and be kept while it grows. Run it as the first command; it ends with the transaction.
    /// </summary>
    public const string PlanByKey = """
        select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
            set_config('enable_mergejoin', 'off', true)
        """;

    private const int AutoPrepareCount = 100;

    private const string IdleTimeout = "idle_in_transaction_session_timeout";

    /// <summary>
    /// A program that stands still in a transaction, on a machine that froze or was cut off, would keep its locks and
    /// make all others wait: after so long the server ends it. It is longer than any pause of a healthy one.
    /// </summary>
    private const string EndIdle = $"-c {IdleTimeout}=10s";

    /// <summary>Creates the pool; nothing is opened yet.</summary>
    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var settings = builder.ConnectionStringBuilder;
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = AutoPrepareCount;
        // Nothing here outlives its transaction, so there is nothing to reset, which would cost six statements a use.
        settings.NoResetOnClose = true;
        if (settings.Options?.Contains(IdleTimeout, StringComparison.Ordinal) != true)
            settings.Options = $"{settings.Options} {EndIdle}".TrimStart();
        Source = builder.Build();
    }

    /// <summary>The pool, for commands that need no connection of their own.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>A connection from the pool; never hold it across an await of something else.</summary>
    public ValueTask<NpgsqlConnection> Open(CancellationToken cancellation) => Source.OpenConnectionAsync(cancellation);

    /// <summary>A transaction that only reads, all as of one moment; it may take its time between queries.</summary>
    internal static async Task<NpgsqlTransaction> BeginSnapshot(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var command = new NpgsqlCommand($"set local {IdleTimeout} = 0", connection, snapshot);
        await command.ExecuteNonQueryAsync(cancellation);
        return snapshot;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
