using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Cli.Verbs;

/// <summary>What the verbs about disputes and dunning share: account, day, reason, and how they are sent.</summary>
internal static class AccountOptions
{
    public static Argument<string> Account { get; } = new("ENTITY/ACCOUNT") { Description = "Account." };

    public static Option<DateOnly?> On { get; } = new("--on") { Description = "Day; today (UTC) unless given." };

    public static Option<string> Reason { get; } = new("--reason") { Description = "Why.", Required = true };

    public static Option<string> Id { get; } = new("--id")
    {
        Description = "Id of what is made or meant; the same id again changes nothing.",
        Required = true,
    };

    public static Option<string[]> Items { get; } = new("--item")
    {
        Description = "Open item; once for each, all if none is given.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<T> Needed<T>(string name, string description) =>
        new(name) { Description = description, Required = true };

    public static Option<T?> Allowed<T>(string name, string description) => new(name) { Description = description };

    public static DateOnly Day(this ParseResult parsed) =>
        parsed.GetValue(On) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>A verb that sends a command to a part of the account and prints the version after it.</summary>
    public static Command Sends(
        this Command command, Terminal terminal, string part, Func<ParseResult, object> body,
        bool needsReason = false) => command.Sends<Receipt>(terminal, (part, needsReason), body, done =>
            terminal.Line($"{done.EntityId}/{done.AccountId}: done, version {done.Version}"));

    /// <summary>The same for a command of a day, which is said by an option.</summary>
    public static Command SendsDated(
        this Command command, Terminal terminal, string part, Func<ParseResult, object> body,
        bool needsReason = false)
    {
        command.Add(On);
        return command.Sends(terminal, part, body, needsReason);
    }

    /// <summary>
    /// A verb that asks for an action of a day with a reason, and prints whether it is done or waits.
    /// </summary>
    public static Command Asks(
        this Command command, Terminal terminal, string part, Func<ParseResult, object> body)
    {
        command.Add(On);
        return command.Sends<ActionReceipt>(terminal, (part, true), body, done =>
            ActionPrinting.Print(done, terminal, isJson: false));
    }

    private static Command Sends<T>(
        this Command command, Terminal terminal, (string Part, bool NeedsReason) door, Func<ParseResult, object> body,
        Action<T> print)
        where T : class
    {
        command.Add(Account);
        if (door.NeedsReason)
            command.Add(Reason);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Account(parsed.GetRequiredValue(Account), door.Part);
            var ask = parsed.Ask(terminal, door.NeedsReason ? parsed.GetRequiredValue(Reason) : null);
            var done = await gateway.Send<T>(HttpMethod.Post, path, body(parsed), ask, cancellation);
            if (parsed.WantsJson())
                terminal.Json(done);
            else
                print(done);
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    /// <summary>A verb that shows something of the account.</summary>
    public static Command Shows<T>(
        this Command command, Terminal terminal, Func<ParseResult, string> part, Action<T> print)
    {
        command.Add(Account);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var shown = await gateway.Get<T>(
                Paths.Account(parsed.GetRequiredValue(Account), part(parsed)), cancellation);
            if (parsed.WantsJson())
                terminal.Json(shown);
            else
                print(shown);
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    /// <summary>A verb that lists rows page by page.</summary>
    public static Command Lists<T>(
        this Command command, Terminal terminal, Func<ParseResult, string> path, Action<T> print)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            await foreach (var row in gateway.Rows<T>(path(parsed), cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(row);
                else
                    print(row);
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }
}
