using System.CommandLine;
using System.Globalization;
using BillingActors.Load.Machine;
using BillingActors.Storage;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>What the verbs of all scenarios have in common.</summary>
internal static class BenchCommand
{
    private static readonly DatabaseOptions Database = new();

    /// <summary>An option that takes a count of a range.</summary>
    public static Option<int> Count(string name, string description, int value, (int Min, int Max) range)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            var given = result.GetValueOrDefault<int>();
            if (given < range.Min || given > range.Max)
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"{name} must be {range.Min:N0} to {range.Max:N0}."));
        });
        return option;
    }

    /// <summary>A verb that runs a scenario; the options are read when it is called.</summary>
    public static Command Create<TOptions>(
        (string Name, string Description) verb,
        IEnumerable<Option> options,
        Func<ParseResult, TOptions> read,
        Func<TOptions, CancellationToken, Task<int>> run)
        where TOptions : BenchOptions
    {
        var command = new Command(verb.Name, verb.Description);
        foreach (var option in options)
            command.Add(option);
        command.SetAction((parsed, cancellation) => run(
            read(parsed) with { AsJson = parsed.WantsJson(), ConnectionString = Server(parsed) }, cancellation));
        return Database.AddTo(command);
    }

    private static string? Server(ParseResult parsed) => Database.Named(parsed) switch
    {
        { Provider: StorageOptions.Sqlite } =>
            throw new UsageException("It is measured on PostgreSQL: name the server with --postgres."),
        var named => named?.ConnectionString,
    };
}
