using System.CommandLine;
using BillingActors.Cli.Demo;
using BillingActors.Storage;

namespace BillingActors.Cli.Verbs;

/// <summary>billing demo: a year of billing in a minute, or the same job on real files.</summary>
internal static class DemoVerb
{
    private const int AccountsMax = 200_000;

    private static readonly DatabaseOptions Database = new();

    private static readonly Option<int> Accounts = new("--accounts")
    {
        Description = "Accounts of the invented market, 1 to 200,000.",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Bill the real meter files of this directory on the published tariffs beside them instead.",
    };

    private static readonly Option<bool> Exit = new("--exit")
    {
        Description = "End after verify instead of serving; 0 when everything holds.",
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port on the loopback address; a free one when absent.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("demo", "Shows a year of billing on a fresh embedded database, without any set-up.")
        {
            Accounts, Data, Exit, Port,
        };
        command.SetAction((parsed, cancellation) => new DemoRun(SettingsOf(parsed), terminal).Run(cancellation));
        return Database.AddTo(command);
    }

    private static DemoSettings SettingsOf(ParseResult parsed)
    {
        var (accounts, port, data) = (parsed.GetValue(Accounts), parsed.GetValue(Port), parsed.GetValue(Data));
        if (accounts is < 1 or > AccountsMax)
            throw new UsageException("--accounts must be 1 to 200,000.");
        if (port is < 0 or > 65535)
            throw new UsageException("--port must be 0 to 65535.");
        if (data is { Exists: false })
            throw new UsageException($"There is no directory {data.FullName}.");
        var work = Directory.CreateTempSubdirectory("billing-demo-").FullName;
        var storage = Database.Named(parsed) ?? DatabaseOptions.SqliteAt(Path.Combine(work, "billing.db"));
        if (storage.Provider == StorageOptions.Sqlite && File.Exists(storage.Path))
            throw new UsageException($"{storage.Path} exists already; the demo needs a fresh database.");
        return new DemoSettings(accounts, data?.FullName, parsed.GetValue(Exit), port, storage, work);
    }
}
