using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Gateway.Approvals;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;

namespace BillingActors.Cli.Verbs;

/// <summary>
/// billing approval list, show, attach, approve, reject and withdraw: what waits for a second person.
/// </summary>
internal static class ApprovalVerbs
{
    private static readonly Argument<string> Account = new("ENTITY/ACCOUNT") { Description = "Account." };

    private static readonly Argument<string> Id = new("REQUEST") { Description = "The request." };

    public static Command Create(Terminal terminal) =>
        new("approval", "Shows and decides what waits for a second person.")
        {
            List(terminal), Show(terminal), Attach(terminal), Approve(terminal), Reject(terminal), Withdraw(terminal),
        };

    private static Command List(Terminal terminal)
    {
        var expired = new Option<bool>("--expired") { Description = "What was not decided in time instead." };
        var command = new Command("list", "Lists what waits on all accounts.") { expired };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = parsed.GetValue(expired) ? "v1/approvals?expired=true" : "v1/approvals";
            await foreach (var row in gateway.Rows<ApprovalRow>(path, cancellation))
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

    private static Command Show(Terminal terminal)
    {
        var command = new Command("show", "Shows what waits on an account, and what it owes before and after.")
        {
            Account,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var key = parsed.GetRequiredValue(Account);
            var waiting = await gateway.Get<PendingActionView[]>(Paths.Account(key, "/requests"), cancellation);
            var currency = (await gateway.Get<AccountView>(Paths.Account(key), cancellation)).Currency;
            foreach (var request in waiting)
            {
                if (parsed.WantsJson())
                    terminal.Json(request);
                else
                    Print(request, currency, terminal);
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static void Print(PendingActionView request, string currency, Terminal terminal)
    {
        terminal.Line($"{request.RequestId}  {request.Action}  {Amounts.Of(request.EffectMinor, currency)}  "
            + $"{request.MakerId}: {request.Reason}  (on {Amounts.Day(request.On)}, "
            + $"until {Amounts.Day(request.ExpiresOn)})"
            + (request.Payee is { } payee ? $"  to {payee}" : ""));
        terminal.Line($"  balance  {Amounts.Of(request.BalanceMinorBefore, currency)} -> "
            + (request.BalanceMinorAfter is { } after ? Amounts.Of(after, currency) : "cannot be done any more"));
        foreach (var document in request.DocumentIds ?? [])
            terminal.Line($"  document {document}");
        var items = request.ItemsBefore.Concat(request.ItemsAfter);
        foreach (var item in items.DistinctBy(one => one.Id, StringComparer.Ordinal))
        {
            terminal.Line($"  {ItemName.Of(item.Number, item.Id)}  "
                + $"{Amounts.Of(OpenOf(request.ItemsBefore, item.Id), currency)} -> "
                + Amounts.Of(OpenOf(request.ItemsAfter, item.Id), currency));
        }
    }

    private static long OpenOf(IEnumerable<OpenItemView> items, string id) =>
        items.FirstOrDefault(item => item.Id == id)?.OpenMinor ?? 0;

    private static Command Attach(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "PDF, PNG or JPEG, at most 2 MB." }
            .AcceptExistingOnly();
        var command = new Command("attach", "Puts a document to a request of your own.") { Account, Id, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var chosen = parsed.GetRequiredValue(file);
            var id = Uri.EscapeDataString(parsed.GetRequiredValue(Id));
            var path = Paths.Account(parsed.GetRequiredValue(Account), $"/requests/{id}/documents")
                + "?fileName=" + Uri.EscapeDataString(chosen.Name);
            await using var content = chosen.OpenRead();
            var added = await gateway.Upload<RequestDocumentView>(path, content, parsed.Ask(terminal), cancellation);
            if (parsed.WantsJson())
                terminal.Json(added);
            else
                terminal.Line($"{added.DocumentId}  {added.Name}  {added.ContentType}");
            return ExitCode.Ok;
        });
        return command.AsChanging();
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
