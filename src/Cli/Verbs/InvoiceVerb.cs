using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Cli.Verbs;

/// <summary>billing invoice: an invoice or credit memo line by line, or its page in a file.</summary>
internal static class InvoiceVerb
{
    private static readonly Argument<string> Id = new("ID|NUMBER") { Description = "Invoice by id or number." };

    private static readonly Option<string?> Html = new("--html")
    {
        Description = "Write the printable page to this file.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("invoice", "Shows an invoice with every line, or writes its printable page.")
        {
            Id, Html, InvoiceExplainVerb.Create(terminal), InvoiceCancelVerb.Create(terminal),
            InvoiceSendVerbs.Send(terminal), InvoiceSendVerbs.Deliveries(terminal),
        };
        command.SetAction((parsed, cancellation) => Show(parsed, terminal, cancellation));
        return command.AsClient();
    }

    private static async Task<int> Show(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var id = parsed.GetRequiredValue(Id);
        if (parsed.GetValue(Html) is { } file)
        {
            var page = await gateway.GetText(Paths.Invoice(id, "/page"), cancellation);
            await File.WriteAllTextAsync(file, page, cancellation);
            terminal.Complain($"written to {file}");
            return ExitCode.Ok;
        }
        var invoice = await gateway.Get<InvoiceView>(Paths.Invoice(id), cancellation);
        if (parsed.WantsJson())
            terminal.Json(invoice);
        else
            Print(invoice, terminal);
        return ExitCode.Ok;
    }

    private static string KindOf(InvoiceView invoice) => invoice switch
    {
        { CorrectsId: not null } => "credit memo",
        { IsFinal: true } => "final invoice",
        _ => "invoice",
    };

    private static void Print(InvoiceView invoice, Terminal terminal)
    {
        terminal.Line(
            $"{KindOf(invoice)} {invoice.Number} ({invoice.InvoiceId}), "
            + $"account {invoice.EntityId}/{invoice.AccountId}");
        if (invoice.CorrectsNumber is { } corrected)
            terminal.Line($"corrects invoice {corrected}");
        terminal.Line($"issued {Amounts.Day(invoice.IssuedOn)}, due {Amounts.Day(invoice.DueOn)}, for "
            + $"{Amounts.Day(invoice.From)} until {Amounts.Day(invoice.Until)}");
        LinePrinting.Write(invoice.Lines, invoice.Currency, terminal);
        terminal.Line($"net {Amounts.Of(invoice.NetMinor, invoice.Currency)}");
        foreach (var tax in invoice.Taxes)
            terminal.Line($"{tax.Text}: {Amounts.Of(tax.AmountMinor, invoice.Currency)}");
        foreach (var note in invoice.Notes ?? [])
            terminal.Line(note);
        terminal.Line($"total {Amounts.Of(invoice.TotalMinor, invoice.Currency)}");
    }
}
