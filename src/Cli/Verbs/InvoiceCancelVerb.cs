using System.CommandLine;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Cli.Verbs;

/// <summary>billing invoice cancel: takes an invoice back, so that its days are billed again.</summary>
internal static class InvoiceCancelVerb
{
    public static Command Create(Terminal terminal) =>
        new Command("cancel", "Takes an invoice back by a credit memo; its days and charges wait for the next bill.")
            .Corrects(
                terminal,
                "/cancellations",
                (parsed, invoiceId) => new CancelIssuedInvoice(
                    parsed.GetRequiredValue(CorrectionOptions.Id),
                    invoiceId,
                    parsed.GetRequiredValue(CorrectionOptions.Code)));
}
