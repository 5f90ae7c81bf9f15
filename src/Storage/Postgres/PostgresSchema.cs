using System.Collections.Immutable;
using BillingActors.Storage.Migrations;
using Npgsql;

namespace BillingActors.Storage.Postgres;

/// <summary>The schema of a PostgreSQL database.</summary>
internal sealed class PostgresSchema(PostgresDatabase database, ImmutableArray<MigrationScript> shipped) : ISchema
{
    /// <summary>Compares with the scripts that ship with the program.</summary>
    public PostgresSchema(PostgresDatabase database)
        : this(database, MigrationScript.Of("Postgres"))
    {
    }

    public async Task<ImmutableArray<string>> Differences(CancellationToken cancellation) =>
        [.. SchemaComparison.Differences(await Applied(cancellation), shipped)];

    private async Task<List<AppliedScript>> Applied(CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(AppliedScript.Select);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return SchemaComparison.Read(reader);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return []; // Nobody has migrated this database yet.
        }
    }
}
