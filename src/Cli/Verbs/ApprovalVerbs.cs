using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Approvals;

namespace BillingActors.Cli.Verbs;

/// <summary>billing approval list, approve, reject and withdraw: what waits for a second person.</summary>
internal static class ApprovalVerbs
{
    private static readonly Argument<string> Account = new("ENTITY/ACCOUNT") { Description = "Account." };

    private static readonly Argument<string> Id = new("REQUEST") { Description = "The request." };

    public static Command Create(Terminal terminal) =>
        new("approval", "Shows and decides what waits for a second person.")
        {
            List(terminal), Approve(terminal), Reject(terminal), Withdraw(terminal),
        };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists what waits on all accounts.");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            await foreach (var row in gateway.Rows<ApprovalRow>("v1/approvals", cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(row);
                else
                    terminal.Line($"{row.EntityId}/{row.AccountId}  {row.RequestId}  {row.Action}  "
                        + $"{Amounts.Of(row.EffectMinor, row.Currency)}  {row.MakerId}: {row.Reason}  "
                        + $"(until {Amounts.Day(row.ExpiresOn)})");
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Approve(Terminal terminal)
    {
        var effect = new Option<long>("--effect-minor")
        {
            Description = "What it moves, as you saw it, in minor units; if it is another amount now, nothing is done.",
            Required = true,
        };
        var other = new Option<string?>("--on-behalf-of")
        {
            Description = "Person in whose place you decide, by a delegation of the legal entity.",
        };
        var command = new Command("approve", "Agrees to a request, and does it.") { Account, Id, effect, other };
        command.SetAction((parsed, cancellation) => Send(
            parsed,
            terminal,
            "/approve",
            (new ApproveAction(
                parsed.GetRequiredValue(Id), parsed.GetRequiredValue(effect), parsed.GetValue(other)), null),
            cancellation));
        return command.AsChanging();
    }

    private static Command Reject(Terminal terminal)
    {
        var reason = new Option<string>("--reason") { Description = "Why not.", Required = true };
        var command = new Command("reject", "Says no to a request.") { Account, Id, reason };
        command.SetAction((parsed, cancellation) => Send(
            parsed, terminal, "/reject", (null, parsed.GetRequiredValue(reason)), cancellation));
        return command.AsChanging();
    }

    private static Command Withdraw(Terminal terminal)
    {
        var command = new Command("withdraw", "Takes back a request of your own.") { Account, Id };
        command.SetAction((parsed, cancellation) =>
            Send(parsed, terminal, "/withdraw", (null, null), cancellation));
        return command.AsChanging();
    }

    private static async Task<int> Send(
        ParseResult parsed,
        Terminal terminal,
        string step,
        (ApproveAction? Body, string? Reason) asked,
        CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var id = Uri.EscapeDataString(parsed.GetRequiredValue(Id));
        var path = Paths.Account(parsed.GetRequiredValue(Account), $"/requests/{id}{step}");
        var ask = parsed.Ask(terminal, asked.Reason);
        var done = await gateway.Send<ActionReceipt>(HttpMethod.Post, path, asked.Body, ask, cancellation);
        ActionPrinting.Print(done, terminal, parsed.WantsJson());
        return ExitCode.Ok;
    }
}
