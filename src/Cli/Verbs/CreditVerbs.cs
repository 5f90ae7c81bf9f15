using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Cli.Verbs;

/// <summary>
/// billing credit adjust, write-off and recover: changes what is owed by hand, within the caller's limit.
/// </summary>
internal static class CreditVerbs
{
    private static readonly Argument<string> Account = new("ENTITY/ACCOUNT") { Description = "Account." };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", Required = true };

    private static readonly Option<string> Id = new("--id")
    {
        Description = "Id of what is made; the same id again changes nothing.",
        Required = true,
    };

    private static readonly Option<long> Amount = new("--amount-minor")
    {
        Description = "Amount in minor units.",
        Required = true,
    };

    private static readonly Option<string> Code = new("--code")
    {
        Description = "Reason code of the house's list.",
        Required = true,
    };

    public static Command Create(Terminal terminal) =>
        new("credit", "Corrects, lowers, writes off or recovers what is owed.")
        {
            Adjust(terminal), WriteOff(terminal), Recover(terminal), CreditMemoVerb.Create(terminal),
            CreditPreviewVerb.Create(terminal),
        };

    private static Command Adjust(Terminal terminal)
    {
        var item = new Option<string>("--item") { Description = "Open item.", Required = true };
        var command = new Command("adjust", "Lowers what is owed of an item.")
        {
            Account, Id, item, Amount, Code, Reason,
        };
        command.SetAction((parsed, cancellation) => Send(
            parsed,
            terminal,
            "/adjustments",
            new AdjustOpenItem(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(item),
                parsed.GetRequiredValue(Amount),
                "goodwill",
                parsed.GetRequiredValue(Code)),
            cancellation));
        return command.AsChanging();
    }

    private static Command WriteOff(Terminal terminal)
    {
        var items = new Option<string[]>("--item")
        {
            Description = "Open item; once for each.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var kind = new Option<string>("--kind") { Description = "small-balance or bad-debt.", Required = true };
        kind.AcceptOnlyFromAmong("small-balance", "bad-debt");
        var command = new Command("write-off", "Gives items up.") { Account, Id, items, kind, Code, Reason };
        command.SetAction((parsed, cancellation) => Send(
            parsed,
            terminal,
            "/write-offs",
            new WriteOffOpenItems(
                parsed.GetRequiredValue(Id),
                [.. parsed.GetRequiredValue(items)],
                parsed.GetRequiredValue(kind),
                parsed.GetRequiredValue(Code)),
            cancellation));
        return command.AsChanging();
    }

    private static Command Recover(Terminal terminal)
    {
        var writeOff = new Option<string>("--write-off") { Description = "The write-off.", Required = true };
        var command = new Command("recover", "Lets claims that were written off stand again.")
        {
            Account, Id, writeOff, Amount, Reason,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var id = parsed.GetRequiredValue(writeOff);
            return Send(
                parsed,
                terminal,
                $"/write-offs/{Uri.EscapeDataString(id)}/recoveries",
                new RecoverWrittenOff(parsed.GetRequiredValue(Id), id, parsed.GetRequiredValue(Amount)),
                cancellation);
        });
        return command.AsChanging();
    }

    private static async Task<int> Send(
        ParseResult parsed, Terminal terminal, string part, object body, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var path = Paths.Account(parsed.GetRequiredValue(Account), part);
        var ask = parsed.Ask(terminal, parsed.GetRequiredValue(Reason));
        var done = await gateway.Send<ActionReceipt>(HttpMethod.Post, path, body, ask, cancellation);
        ActionPrinting.Print(done, terminal, parsed.WantsJson());
        return ExitCode.Ok;
    }
}
