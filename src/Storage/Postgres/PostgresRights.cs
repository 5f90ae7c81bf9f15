using System.Collections.Immutable;
using Npgsql;

namespace BillingActors.Storage.Postgres;

/// <summary>
/// Gives a role of the server what the program needs to work and nothing more: what is only ever added to, it may read
/// and add to, and no table, trigger or function is its own. Whoever holds its password can forge no history.
/// </summary>
public static class PostgresRights
{
    // A role that owns a table, or could become its owner, has every right on it whatever is granted.
    private const string Unfit = """
        select r.rolname, r.rolsuper, exists(
            select from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'member'))
        from pg_roles r where r.rolname = $1
        """;

    // Which tables are only added to, their triggers say: the list cannot be forgotten when there is a new one.
    private const string Grants = """
        select format('revoke all on %I.%I from %I', n.nspname, c.relname, $1)
            || '; ' || format('grant %s on %I.%I to %I',
                case when c.relname = 'schema_migration' then 'select'
                    when exists(select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only')
                        then 'select, insert'
                    else 'select, insert, update, delete' end,
                n.nspname, c.relname, $1)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p')
        union all
        select format('grant select on %I.%I to %I', n.nspname, c.relname, $1)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'v'
        union all
        select format('grant usage, select on sequence %I.%I to %I', n.nspname, c.relname, $1)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'S'
        union all select format('revoke create on schema public from %I', $1)
        union all select 'revoke create on schema public from public'
        union all select format('grant usage on schema public to %I', $1)
        """;

    private const string Appended = """
        select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgname = 'append_only' order by c.relname
        """;

    /// <summary>
    /// Grants it, in one transaction, on the tables there are; answers the tables that the role may only add to. Run it
    /// as the owner, and again after each migration.
    /// </summary>
    public static async Task<ImmutableArray<string>> Grant(
        PostgresDatabase database, string role, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Fault(connection, role, cancellation) is { } fault)
            throw new ArgumentException(fault, nameof(role));
        foreach (var statement in await Texts(connection, Grants, [role], cancellation))
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        var appended = await Texts(connection, Appended, [], cancellation);
        await transaction.CommitAsync(cancellation);
        return appended;
    }

    private static async Task<string?> Fault(NpgsqlConnection connection, string role, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Unfit, connection) { Parameters = { new() { Value = role } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            return $"There is no role '{role}': create it first (create role … login password …).";
        if (row.GetBoolean(1))
            return $"'{role}' is a superuser, who may do everything.";
        return row.GetBoolean(2)
            ? $"'{role}' owns tables of the database, or belongs to their owner, and so may change them."
            : null;
    }

    private static async Task<ImmutableArray<string>> Texts(
        NpgsqlConnection connection, string sql, string[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var texts = ImmutableArray.CreateBuilder<string>();
        while (await rows.ReadAsync(cancellation))
            texts.Add(rows.GetString(0));
        return texts.ToImmutable();
    }
}
