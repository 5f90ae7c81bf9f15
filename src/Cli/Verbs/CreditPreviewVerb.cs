using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Cli.Verbs;

/// <summary>billing credit preview: what is left of an invoice, and what a credit memo would take of it.</summary>
internal static class CreditPreviewVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("preview", "Says what a credit memo would take of an invoice, with its taxes.")
        {
            CorrectionOptions.Invoice, CreditMemoVerb.Lines,
        };
        command.SetAction((parsed, cancellation) => Preview(parsed, terminal, cancellation));
        return command.AsChanging();
    }

    private static async Task<int> Preview(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var invoice = await gateway.Get<InvoiceView>(
            Paths.Invoice(parsed.GetRequiredValue(CorrectionOptions.Invoice)), cancellation);
        var preview = await gateway.Send<CreditPreview>(
            HttpMethod.Post,
            Paths.Account($"{invoice.EntityId}/{invoice.AccountId}", "/credit-memos/preview"),
            new CreditIssuedInvoice("preview", invoice.InvoiceId, "preview", CreditMemoVerb.LinesOf(parsed)),
            parsed.Ask(terminal),
            cancellation);
        if (parsed.WantsJson())
            terminal.Json(preview);
        else
            Print(preview, invoice, terminal);
        return ExitCode.Ok;
    }

    private static void Print(CreditPreview preview, InvoiceView invoice, Terminal terminal)
    {
        var table = new TextTable("line", "text", "left", "credit", "tax");
        foreach (var line in preview.Lines)
        {
            table.Add(
                line.Number.ToString(CultureInfo.InvariantCulture),
                invoice.Lines[line.Number - 1].Text,
                Amounts.Of(line.LeftNetMinor, invoice.Currency),
                Amounts.Of(line.NetMinor, invoice.Currency),
                Amounts.Of(line.TaxMinor, invoice.Currency));
        }
        table.Write(terminal);
        terminal.Line(preview.RefusedWhy ?? $"{Amounts.Of(preview.NetMinor + preview.TaxMinor, invoice.Currency)} "
            + $"would be credited, the balance would be {Amounts.Of(preview.BalanceMinor, invoice.Currency)}");
    }
}
