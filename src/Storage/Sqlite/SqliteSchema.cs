using System.Collections.Immutable;
using BillingActors.Storage.Migrations;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite;

/// <summary>The schema of an SQLite file.</summary>
internal sealed class SqliteSchema(SqliteDatabase database, ImmutableArray<MigrationScript> shipped) : ISchema
{
    private const string SelectTable = "select count(*) from sqlite_master where name = 'schema_migration'";

    /// <summary>Compares with the scripts that ship with the program.</summary>
    public SqliteSchema(SqliteDatabase database)
        : this(database, MigrationScript.Of("Sqlite"))
    {
    }

    public async Task<ImmutableArray<string>> Differences(CancellationToken cancellation) =>
        [.. SchemaComparison.Differences(await database.Read(Applied, cancellation), shipped)];

    private static List<AppliedScript> Applied(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SelectTable;
        if (command.ExecuteScalar() is 0L)
            return []; // Nobody has migrated this file yet.
        command.CommandText = AppliedScript.Select;
        using var reader = command.ExecuteReader();
        return SchemaComparison.Read(reader);
    }
}
