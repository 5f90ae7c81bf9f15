using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Cli.Verbs;

/// <summary>billing credit memo: corrects an invoice, lines of it or a part of them.</summary>
internal static class CreditMemoVerb
{
    private static readonly Argument<string> Invoice = new("ID|NUMBER") { Description = "Invoice by id or number." };

    private static readonly Option<string[]> Lines = new("--line")
    {
        Description = "Line by its number from 1, as 2 for all that is left or 2:1250 for a net amount in minor "
            + "units; once for each. Without it all that is left of the invoice.",
        AllowMultipleArgumentsPerToken = true,
    };

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
        var command = new Command("memo", "Corrects an invoice by a credit memo with its taxes.")
        {
            Invoice, Lines, Id, Code, Reason,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var invoice = await gateway.Get<InvoiceView>(
                Paths.Invoice(parsed.GetRequiredValue(Invoice)), cancellation);
            var lines = parsed.GetValue(Lines) ?? [];
            var body = new CreditIssuedInvoice(
                parsed.GetRequiredValue(Id),
                invoice.InvoiceId,
                parsed.GetRequiredValue(Code),
                lines.Length == 0 ? null : [.. lines.Select(LineOf)]);
            var done = await gateway.Send<ActionReceipt>(
                HttpMethod.Post,
                Paths.Account($"{invoice.EntityId}/{invoice.AccountId}", "/credit-memos"),
                body,
                parsed.Ask(terminal, parsed.GetRequiredValue(Reason)),
                cancellation);
            ActionPrinting.Print(done, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static CreditedLine LineOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        long? minor = null;
        if (colon >= 0)
        {
            minor = long.TryParse(text[(colon + 1)..], CultureInfo.InvariantCulture, out var given)
                ? given
                : throw Unreadable(text);
        }
        return int.TryParse(
            colon < 0 ? text : text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CreditedLine(number, minor)
            : throw Unreadable(text);
    }

    private static UsageException Unreadable(string text) =>
        new($"'{text}' is no line: write its number, or NUMBER:NET with a net amount in minor units.");
}
