using System.CommandLine;
using BillingActors.Storage;

namespace BillingActors.Cli.Verbs;

/// <summary>Which database an embedded or offline verb opens.</summary>
internal sealed class DatabaseOptions
{
    private const string PostgresVariable = "BILLING_POSTGRES";

    private readonly Option<string?> _sqlite = new("--sqlite") { Description = "SQLite file." };

    private readonly Option<string?> _postgres = new("--postgres")
    {
        Description = $"PostgreSQL connection string; default {PostgresVariable}, "
            + "which keeps it out of the list of processes.",
    };

    private readonly Option<string?> _directory = new("--data-dir")
    {
        Description = "Directory of the SQLite file billing.db.",
    };

    /// <summary>Adds the options to a verb.</summary>
    public Command AddTo(Command command)
    {
        command.Add(_sqlite);
        command.Add(_postgres);
        command.Add(_directory);
        return command;
    }

    /// <summary>The database that is named; null when none is.</summary>
    public StorageOptions? Named(ParseResult parsed)
    {
        var (file, directory, postgres) =
            (parsed.GetValue(_sqlite), parsed.GetValue(_directory), parsed.GetValue(_postgres));
        if (new[] { file, directory, postgres }.Count(given => given is not null) > 1)
            throw new UsageException("Name one database: --sqlite, --data-dir or --postgres.");
        if (file is not null)
            return SqliteAt(file);
        if (directory is not null)
            return SqliteAt(Path.Combine(directory, "billing.db"));
        var connection = postgres ?? Environment.GetEnvironmentVariable(PostgresVariable);
        return string.IsNullOrEmpty(connection)
            ? null
            : new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = connection };
    }

    /// <summary>The database that is named or that the environment configures, or billing.db here.</summary>
    public StorageOptions NamedOrDefault(ParseResult parsed) => Named(parsed) ?? Configured() ?? SqliteAt("billing.db");

    /// <summary>The same, but an SQLite file must exist.</summary>
    public StorageOptions Existing(ParseResult parsed)
    {
        var options = NamedOrDefault(parsed);
        return options.Provider == StorageOptions.Postgres || File.Exists(options.Path)
            ? options
            : throw new UsageException($"There is no database file {options.Path}.");
    }

    /// <summary>What the silos and gateways of this environment would open.</summary>
    private static StorageOptions? Configured()
    {
        var section = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(StorageOptions.Section);
        return section.Exists() ? section.Get<StorageOptions>() : null;
    }

    /// <summary>An SQLite file.</summary>
    public static StorageOptions SqliteAt(string path) =>
        new() { Provider = StorageOptions.Sqlite, Path = Path.GetFullPath(path) };
}
