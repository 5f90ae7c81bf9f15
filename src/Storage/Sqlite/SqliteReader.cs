using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite;

/// <summary>
/// A reader's connection that keeps its statements: to parse one costs more than most look-ups. One reads on it at a
/// time.
/// </summary>
internal sealed class SqliteReader(string settings) : SqliteConnection(settings)
{
    private const int KeptCountMax = 64;
    private readonly Dictionary<string, SqliteStatement> _kept = new(StringComparer.Ordinal);

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, ReadOnlySpan<object?> values)
    {
        // It is nobody else's while it runs: reading a row may ask the same again.
        if (!_kept.Remove(sql, out var statement))
            statement = new SqliteStatement(this, null, sql);
        try
        {
            var found = statement.Query(read, values);
            if (_kept.Count < KeptCountMax && _kept.TryAdd(sql, statement))
                statement = null;
            return found;
        }
        finally
        {
            statement?.Dispose();
        }
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var statement in _kept.Values)
            statement.Dispose();
        _kept.Clear();
        base.Dispose(disposing);
    }
}
