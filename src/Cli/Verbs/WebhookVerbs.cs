using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Gateway.Webhooks;
using BillingActors.Storage.Webhooks;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing webhook: endpoints outside, their secrets, and the log of what they were sent.</summary>
internal static class WebhookVerbs
{
    private static readonly Argument<string> WebhookId = new("WEBHOOK-ID") { Description = "Endpoint." };

    private static readonly Option<string[]> Types = new("--type")
    {
        Description = "Event it asks for, such as payment.received; once for each.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<long?> Seen = new("--version")
    {
        Description = "The version you saw; the newest unless given.",
    };

    public static Command Create(Terminal terminal) =>
        new("webhook", "Programs outside that are called when something happened to an account.")
        {
            List(terminal), Show(terminal), Add(terminal), Change(terminal),
            Switch(terminal, "disable", "Calls an endpoint no more; nothing is kept for it meanwhile.", isOn: false),
            Switch(terminal, "enable", "Calls an endpoint again, with what happens from now on.", isOn: true),
            RotateSecret(terminal), Deliveries(terminal), Replay(terminal),
        };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists endpoints without their secrets, newest first.");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            foreach (var webhook in await gateway.Get<ImmutableArray<Webhook>>(Paths.Webhooks, cancellation))
                Print(webhook, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Show(Terminal terminal)
    {
        var command = new Command("show", "Shows an endpoint without its secret.") { WebhookId };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            Print(await Read(gateway, parsed, cancellation), terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Add(Terminal terminal)
    {
        var entity = Needed<string>("--entity", "Legal entity whose accounts it hears of.");
        var to = Needed<string>("--to", "Where it is called: https, port 443 or 8443, on the public internet.");
        var description = Needed<string>("--description", "What it is for.");
        var command = new Command("add", "Makes an endpoint and shows its secret, once.")
        {
            entity, to, Types, description,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var wanted = new NewWebhook(
                parsed.GetRequiredValue(entity), parsed.GetRequiredValue(to), [.. parsed.GetValue(Types) ?? []],
                parsed.GetRequiredValue(description));
            var made = await gateway.Send<IssuedWebhook>(
                HttpMethod.Post, Paths.Webhooks, wanted, parsed.Ask(terminal), cancellation);
            Print(made, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Change(Terminal terminal)
    {
        var to = Allowed<string>("--to", "Where it is called from now on.");
        var description = Allowed<string>("--description", "What it is for.");
        var command = new Command("change", "Changes an endpoint; what is not given stays.")
        {
            WebhookId, to, Types, description, Seen,
        };
        command.SetAction((parsed, cancellation) => Put(
            terminal, parsed,
            before => new WebhookChange(
                parsed.GetValue(to) ?? before.Url,
                parsed.GetValue(Types) is { Length: > 0 } types ? [.. types] : before.Types,
                parsed.GetValue(description) ?? before.Description, before.IsEnabled),
            cancellation));
        return command.AsChanging();
    }

    private static Command Switch(Terminal terminal, string name, string description, bool isOn)
    {
        var command = new Command(name, description) { WebhookId, Seen };
        command.SetAction((parsed, cancellation) => Put(
            terminal, parsed, before => new WebhookChange(before.Url, before.Types, before.Description, isOn),
            cancellation));
        return command.AsChanging();
    }

    // What is not said stays as it was read, so what was read is also what is replaced.
    private static async Task<int> Put(
        Terminal terminal, ParseResult parsed, Func<Webhook, WebhookChange> change, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var before = await Read(gateway, parsed, cancellation);
        var ask = parsed.Ask(terminal) with { Version = parsed.GetValue(Seen) ?? before.Version };
        var after = await gateway.Send<Webhook>(
            HttpMethod.Put, PathOf(parsed), change(before), ask, cancellation);
        Print(after, terminal, parsed.WantsJson());
        return ExitCode.Ok;
    }

    private static Command RotateSecret(Terminal terminal)
    {
        var overlap = new Option<int>("--overlap-hours")
        {
            Description = "For how long calls are signed with the old secret as well, 0 to 168.",
            DefaultValueFactory = _ => 24,
        };
        var command = new Command("rotate-secret", "Gives an endpoint another secret and shows it, once.")
        {
            WebhookId, overlap, Seen,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var version = parsed.GetValue(Seen) ?? (await Read(gateway, parsed, cancellation)).Version;
            var made = await gateway.Send<IssuedWebhook>(
                HttpMethod.Post, PathOf(parsed, "/secret"), new SecretChange(parsed.GetValue(overlap)),
                parsed.Ask(terminal) with { Version = version }, cancellation);
            Print(made, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Deliveries(Terminal terminal)
    {
        var state = new Option<string?>("--state") { Description = "Only these." };
        state.AcceptOnlyFromAmong(WebhookDelivery.Waiting, WebhookDelivery.Delivered, WebhookDelivery.Failed);
        return new Command("deliveries", "Lists what an endpoint was or will be sent, newest first.")
        {
            WebhookId, state,
        }.Lists<WebhookDelivery>(
            terminal,
            parsed => Paths.List(PathOf(parsed, "/deliveries"), ("state", parsed.GetValue(state))),
            row => terminal.Line(Describe(row)));
    }

    private static Command Replay(Terminal terminal)
    {
        var number = Allowed<long?>("--number", "One delivery of the log.");
        var failed = Allowed<bool>("--failed", "All that failed, and what waits for its next attempt.");
        var from = new Option<DateTimeOffset?>("--from")
        {
            Description = "All that were queued since then, such as 2025-02-03T00:00:00Z.",
            CustomParser = result => DateTimeOffset.TryParse(
                result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                    ? at
                    : CommonOptions.Wrong<DateTimeOffset?>(result, "is no moment"),
        };
        var command = new Command("replay", "Sends deliveries again under the ids they had.")
        {
            WebhookId, number, failed, from,
        };
        command.Validators.Add(result =>
        {
            if (new Option[] { number, failed, from }.Count(one => result.GetResult(one) is { Implicit: false }) != 1)
                result.AddError("Say exactly one of --number, --failed and --from.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var wish = new ReplayWish(parsed.GetValue(number), parsed.GetValue(failed), parsed.GetValue(from));
            var done = await gateway.Send<ReplayCount>(
                HttpMethod.Post, PathOf(parsed, "/replay"), wish, parsed.Ask(terminal), cancellation);
            if (parsed.WantsJson())
                terminal.Json(done);
            else
                terminal.Line($"{parsed.GetRequiredValue(WebhookId)}: {done.Count} sent again");
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Task<Webhook> Read(GatewayClient gateway, ParseResult parsed, CancellationToken cancellation) =>
        gateway.Get<Webhook>(PathOf(parsed), cancellation);

    private static string PathOf(ParseResult parsed, string part = "") =>
        Paths.Webhook(parsed.GetRequiredValue(WebhookId), part);

    private static void Print(IssuedWebhook made, Terminal terminal, bool asJson)
    {
        if (asJson)
            terminal.Json(made);
        else
            terminal.Line(made.Secret);
        terminal.Complain($"secret of {made.Webhook.WebhookId}; it is shown this once");
    }

    private static void Print(Webhook webhook, Terminal terminal, bool asJson)
    {
        if (asJson)
            terminal.Json(webhook);
        else
            terminal.Line($"{webhook.WebhookId}  {webhook.EntityId}  version {webhook.Version}  "
                + (webhook.IsEnabled ? "enabled" : $"disabled, {webhook.Why}")
                + (webhook.FailingSince is { } since ? $", failing since {Moment(since)}" : "")
                + $"  {webhook.Url}  {string.Join(",", webhook.Types)}  {webhook.Description}");
    }

    private static string Describe(WebhookDelivery row) =>
        $"{row.Number}  {Moment(row.QueuedAt)}  {row.Type}  {row.AccountId}  {row.State}, {row.AttemptCount} attempts"
        + (row.LastStatus is { } status ? $", answer {status}" : "")
        + (row.LastOutcome is { } outcome ? $", {outcome}" : "")
        + (row.NextAt is { } next ? $", next {Moment(next)}" : "") + $"  {row.MessageId}";

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
