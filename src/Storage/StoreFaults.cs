using BillingActors.Storage.Accounts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BillingActors.Storage;

/// <summary>Tells faults of the store from faults of what was to be stored.</summary>
public static class StoreFaults
{
    // PostgreSQL's idle_in_transaction_session_timeout, and a server that has become somebody's copy.
    private const string EndedForStandingStill = "25P03";
    private const string ReadOnly = "25006";

    // SQLite's result codes SQLITE_BUSY, SQLITE_IOERR, SQLITE_FULL and SQLITE_CANTOPEN.
    private const int Busy = 5;
    private const int InputOutput = 10;
    private const int DiskFull = 13;
    private const int CannotOpen = 14;

    /// <summary>
    /// Whether the store is out of reach, full or too busy: the same may be stored later, and trying it again at once,
    /// or in parts, only takes longer. A rule of the database that was broken is no outage.
    /// </summary>
    public static bool IsOutage(Exception fault) => fault switch
    {
        UnknownOutcomeException or StoreBusyException => true,
        // The classes of an SQLSTATE: 08 connection, 53 resources, 57 operator, 58 disk.
        PostgresException told => told.SqlState[..2] is "08" or "53" or "57" or "58"
            || told.SqlState is EndedForStandingStill or ReadOnly,
        NpgsqlException => true,
        SqliteException told => told.SqliteErrorCode is Busy or InputOutput or DiskFull or CannotOpen,
        _ => false,
    };
}
