using System.Collections.Concurrent;
using BillingActors.Storage.Accounts;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite;

/// <summary>
/// One SQLite file: one writer connection behind a gate, readers on connections that stay open. SQLite has no
/// asynchronous I/O, so the work runs on the thread pool and never on a caller's scheduler.
/// </summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private const string WriterSettings = """
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma busy_timeout = 30000;
        """;

    private const int ConstraintViolation = 19;
    private const int IdleReaderCountMax = 16;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _readerSettings;
    private readonly ConcurrentBag<SqliteReader> _readers = [];
    private volatile bool _isClosed;
    private readonly Lazy<SqliteConnection> _writer;

    /// <summary>Names the file; it is created with the first use.</summary>
    public SqliteDatabase(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        _readerSettings = Settings(SqliteOpenMode.ReadOnly, pooling: false);
        _writer = new Lazy<SqliteConnection>(OpenWriter);
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>
    /// Runs work in one write transaction and commits it; when the work throws, nothing of it is stored.
    /// </summary>
    public async Task<T> Write<T>(Func<SqliteTransaction, T> work, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => InTransaction(work), CancellationToken.None);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public Task Write(Action<SqliteTransaction> work, CancellationToken cancellation) =>
        Write<object?>(
            transaction =>
            {
                work(transaction);
                return null;
            },
            cancellation);

    /// <summary>
    /// Runs work on a reader's connection; what it sees is what was committed when its first query began.
    /// </summary>
    public Task<T> Read<T>(Func<SqliteConnection, T> work, CancellationToken cancellation) => Task.Run(
        () =>
        {
            EnsureCreated();
            var reader = _readers.TryTake(out var idle) ? idle : OpenReader();
            var isSound = false;
            try
            {
                var found = work(reader);
                isSound = true;
                return found;
            }
            finally
            {
                if (isSound)
                    Keep(reader);
                else
                    reader.Dispose(); // What failed may have left something open.
            }
        },
        cancellation);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        if (_writer.IsValueCreated)
            await _writer.Value.DisposeAsync();
        _isClosed = true;
        DropReaders();
        _gate.Dispose();
    }

    private SqliteReader OpenReader()
    {
        var reader = new SqliteReader(_readerSettings);
        reader.Open();
        return reader;
    }

    private void Keep(SqliteReader reader)
    {
        if (_readers.Count >= IdleReaderCountMax)
        {
            reader.Dispose();
            return;
        }
        _readers.Add(reader);
        if (_isClosed)
            DropReaders();
    }

    private void DropReaders()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
    }

    private T InTransaction<T>(Func<SqliteTransaction, T> work)
    {
        using var transaction = _writer.Value.BeginTransaction(deferred: false);
        var result = work(transaction);
        Commit(transaction);
        return result;
    }

    private static void Commit(SqliteTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode != ConstraintViolation)
        {
            throw new UnknownOutcomeException("The disk failed during the commit; it may be stored or not.", fault);
        }
    }

    /// <summary>A read-only connection cannot create the file, so the writer has to be there first.</summary>
    private void EnsureCreated() => _ = _writer.Value;

    private SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(Settings(SqliteOpenMode.ReadWriteCreate, pooling: false));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = WriterSettings;
        command.ExecuteNonQuery();
        return connection;
    }

    private string Settings(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        Pooling = pooling,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ConnectionString;
}
