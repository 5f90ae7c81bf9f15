using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;

namespace BillingActors.Cli.Verbs;

/// <summary>What the verbs that correct an invoice share: which one, id, code, reason, and how they are sent.</summary>
internal static class CorrectionOptions
{
    public static Option<string> Id { get; } = new("--id")
    {
        Description = "Id of the correction; the same id again changes nothing.",
        Required = true,
    };

    public static Option<string> Code { get; } = new("--code")
    {
        Description = "Reason code of the house's list.",
        Required = true,
    };

    public static Argument<string> Invoice { get; } = new("ID|NUMBER") { Description = "Invoice by id or number." };

    private static Option<string> Reason { get; } = new("--reason") { Description = "Why.", Required = true };

    /// <summary>Asks for a correction of the invoice at a part of its account, and prints whether it is done.</summary>
    public static Command Corrects(
        this Command command, Terminal terminal, string part, Func<ParseResult, string, object> body)
    {
        command.Add(Invoice);
        command.Add(Id);
        command.Add(Code);
        command.Add(Reason);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var invoice = await gateway.Get<InvoiceView>(
                Paths.Invoice(parsed.GetRequiredValue(Invoice)), cancellation);
            var done = await gateway.Send<ActionReceipt>(
                HttpMethod.Post,
                Paths.Account($"{invoice.EntityId}/{invoice.AccountId}", part),
                body(parsed, invoice.InvoiceId),
                parsed.Ask(terminal, parsed.GetRequiredValue(Reason)),
                cancellation);
            ActionPrinting.Print(done, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }
}
