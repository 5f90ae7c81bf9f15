using System.CommandLine;
using BillingActors.Cli.Embedded;
using BillingActors.Storage;
using BillingActors.Storage.Postgres;

namespace BillingActors.Cli.Verbs;

/// <summary>
/// billing database migrate and grant: the two things the owner of a PostgreSQL database does, so that the program
/// itself may run as a role that can change no history.
/// </summary>
internal static class DatabaseVerbs
{
    private static readonly DatabaseOptions Database = new();

    private static readonly Argument<string> Role = new("ROLE") { Description = "Role the program connects as." };

    public static Command Create(Terminal terminal) =>
        new("database", "Prepares a database for a program that is not its owner.")
        {
            Migrate(terminal), Grant(terminal),
        };

    private static Command Migrate(Terminal terminal)
    {
        var command = new Command("migrate", "Brings the database to the schema of this program.");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await OfflineDatabase.Open(Database.NamedOrDefault(parsed), cancellation);
            terminal.Line("the schema is that of this program");
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }

    private static Command Grant(Terminal terminal)
    {
        var command = new Command(
            "grant", "Lets a PostgreSQL role work with the tables: what is only added to, it may read and add to.")
        {
            Role,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var storage = Database.NamedOrDefault(parsed);
            if (storage.Provider != StorageOptions.Postgres)
                throw new UsageException("Only PostgreSQL has roles.");
            await using var database = new PostgresDatabase(storage.ConnectionString);
            try
            {
                var role = parsed.GetRequiredValue(Role);
                var appended = await PostgresRights.Grant(database, role, cancellation);
                terminal.Line($"{role} may work with the tables, and may only read and add to "
                    + string.Join(", ", appended));
            }
            catch (ArgumentException unfit)
            {
                throw new UsageException(unfit.Message);
            }
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }
}
