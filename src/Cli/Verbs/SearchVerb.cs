using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Cli.Verbs;

/// <summary>billing search: finds accounts by whatever a caller can name.</summary>
internal static class SearchVerb
{
    private static readonly Argument<string> Text = new("TEXT")
    {
        Description = "Account, customer, name, phone, e-mail, service point, meter, invoice, payment, amount "
            + "or what a payer wrote.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("search", "Finds accounts by name, number, meter, phone or invoice.") { Text };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List("v1/search", ("q", parsed.GetRequiredValue(Text)));
            foreach (var hit in await gateway.Get<SearchHit[]>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(hit);
                else
                    terminal.Line($"{hit.EntityId}/{hit.AccountId}  {hit.CustomerName}  by {hit.MatchedBy}"
                        + (hit.InvoiceId is { } invoice ? $" {invoice}" : ""));
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }
}
