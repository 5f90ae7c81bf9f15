using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Inquiries;

namespace BillingActors.Cli.Verbs;

/// <summary>billing invoice explain: why an invoice differs from another one of its account.</summary>
internal static class InvoiceExplainVerb
{
    private static readonly Argument<string> Id = new("ID|NUMBER") { Description = "Invoice by id or number." };

    private static readonly Option<string> Against = new("--against")
    {
        Description = "previous, last-year, or the id or number of another invoice of the account.",
        DefaultValueFactory = _ => "previous",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("explain", "Explains why an invoice differs from another, to the last cent.")
        {
            Id, Against,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List(
                Paths.Invoice(parsed.GetRequiredValue(Id), "/explain"), ("against", parsed.GetRequiredValue(Against)));
            var explained = await gateway.Get<ExplanationView>(path, cancellation);
            if (parsed.WantsJson())
                terminal.Json(explained);
            else
                ExplanationPrinting.Print(explained, terminal);
            return ExitCode.Ok;
        });
        return command.AsClient();
    }
}
