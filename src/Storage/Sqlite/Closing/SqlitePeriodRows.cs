using BillingActors.Domain.Closing;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BillingActors.Storage.Sqlite.Closing;

/// <summary>
/// The rows of accounting periods as a flush reads them; there is one writer, so they stay until it ends.
/// </summary>
internal static class SqlitePeriodRows
{
    private const string SelectRow =
        "select soft_locked_until, hard_locked_until from accounting_period where entity_id = $1";

    /// <summary>Puts off what lies in locked days.</summary>
    public static void Book(SqliteTransaction transaction, IReadOnlyList<PreparedCommit> commits)
    {
        var windows = BookingWindows.EntitiesOf(commits)
            .ToDictionary(entity => entity, entity => Window(transaction, entity), StringComparer.Ordinal);
        BookingWindows.Book(commits, windows);
    }

    private static BookingWindow Window(SqliteTransaction transaction, string entityId) =>
        transaction.Query(SelectRow, row => new BookingWindow(Day(row, 0), Day(row, 1)), entityId).FirstOrDefault();

    private static LocalDate? Day(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : IsoDay.Parse(row.GetString(column));
}
