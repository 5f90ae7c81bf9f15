using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Cli.Verbs;

/// <summary>billing invoice cancel: takes an invoice back, so that its days are billed again.</summary>
internal static class InvoiceCancelVerb
{
    private static readonly Argument<string> Invoice = new("ID|NUMBER") { Description = "Invoice by id or number." };

    private static readonly Option<string> Id = new("--id")
    {
        Description = "Id of the correction; the same id again changes nothing.",
        Required = true,
    };

    private static readonly Option<string> Code = new("--code")
    {
        Description = "Reason code of the house's list.",
        Required = true,
    };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "cancel", "Takes an invoice back by a credit memo; its days and charges wait for the next bill.")
        {
            Invoice, Id, Code, Reason,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var invoice = await gateway.Get<InvoiceView>(
                Paths.Invoice(parsed.GetRequiredValue(Invoice)), cancellation);
            var done = await gateway.Send<ActionReceipt>(
                HttpMethod.Post,
                Paths.Account($"{invoice.EntityId}/{invoice.AccountId}", "/cancellations"),
                new CancelIssuedInvoice(
                    parsed.GetRequiredValue(Id), invoice.InvoiceId, parsed.GetRequiredValue(Code)),
                parsed.Ask(terminal, parsed.GetRequiredValue(Reason)),
                cancellation);
            ActionPrinting.Print(done, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }
}
