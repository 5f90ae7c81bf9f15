using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing payment settle-credit and unsettle-credit: credits against debits.</summary>
internal static class CreditSettlementVerbs
{
    private static readonly Option<string[]> Credits = new("--credit")
    {
        Description = "A credit to use up, by id or number; NUMBER=MINOR for a part of it. None for all.",
    };

    private static readonly Option<string[]> Debits = new("--debit")
    {
        Description = "A debit to pay with it, by id or number; NUMBER=MINOR for a part of it. None for all.",
    };

    private static readonly Option<string?> Id = new("--id")
    {
        Description = "Id of the settlement; a fresh one when absent.",
    };

    private static readonly Argument<string> Settlement = new("SETTLEMENT") { Description = "Settlement." };

    public static Command Settle(Terminal terminal)
    {
        var command = new Command("settle-credit", "Sets credits against debits, oldest first.")
        {
            PaymentOptions.Account, Credits, Debits, Id,
        };
        command.SetAction((parsed, cancellation) => parsed.Do(
            terminal,
            (HttpMethod.Post, Path(parsed, ""), new CreditSettlement(
                parsed.GetValue(Id) ?? Ask.FreshKey(), parsed.ItemsOf(Credits), parsed.ItemsOf(Debits))),
            cancellation));
        return command.AsChanging();
    }

    public static Command Unsettle(Terminal terminal)
    {
        var command = new Command("unsettle-credit", "Takes a settlement of credits back.")
        {
            PaymentOptions.Account, Settlement, PaymentOptions.Reason,
        };
        command.SetAction((parsed, cancellation) => parsed.Do(
            terminal,
            (HttpMethod.Delete, Path(parsed, "/" + Uri.EscapeDataString(parsed.GetRequiredValue(Settlement))), null),
            cancellation));
        return command.AsChanging();
    }

    private static string Path(ParseResult parsed, string part) =>
        Paths.Account(parsed.GetRequiredValue(PaymentOptions.Account), "/credit-settlements" + part);
}
