using System.Collections.Immutable;
using System.CommandLine;
using BillingActors.Cli.Output;
using BillingActors.Gateway.Payments;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing unidentified: money of unknown accounts, where it may belong, moving it there.</summary>
internal static class UnidentifiedVerbs
{
    private static readonly Argument<string> Cash = new("ENTITY/RECEIPT") { Description = "Unidentified cash." };

    private static readonly Option<string> To = new("--to") { Description = "Account it belongs to.", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("unidentified", "Lists money nobody knows the account of, and moves it.")
        {
            Proposals(terminal), Move(terminal),
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            await foreach (var cash in gateway.Rows<UnidentifiedCash>("v1/payments/unidentified", cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(cash);
                else
                    terminal.Line($"{cash.EntityId}/{cash.Payment.ReceiptId}: "
                        + $"{Amounts.Of(cash.Payment.AmountMinor, cash.Payment.Currency)} by {cash.Payment.Method}, "
                        + $"booked {Amounts.Day(cash.BookedOn)}, for {cash.NamedAccount ?? "nobody"}"
                        + (cash.Payment.Reference is { } reference ? $": {reference}" : ""));
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Proposals(Terminal terminal)
    {
        var command = new Command("proposals", "Proposes accounts it may belong to, best first.") { Cash };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var found = await gateway.Get<ImmutableArray<CashProposal>>(PathOf(parsed, "proposals"), cancellation);
            foreach (var proposal in found)
            {
                if (parsed.WantsJson())
                    terminal.Json(proposal);
                else
                    terminal.Line($"{proposal.Score,3}  {proposal.AccountId}  {proposal.CustomerName}  "
                        + string.Join(", ", proposal.Reasons)
                        + (proposal.Application is { } paid ? $": {PaidBy(paid)}" : ""));
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Move(Terminal terminal)
    {
        var command = new Command("move", "Moves it to the account it belongs to.") { Cash, To, PaymentOptions.Reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var receipt = await gateway.Send<Receipt>(
                HttpMethod.Post, PathOf(parsed, "move"), new FoundAccount(parsed.GetRequiredValue(To)),
                parsed.Ask(terminal, parsed.GetRequiredValue(PaymentOptions.Reason)), cancellation);
            if (parsed.WantsJson())
                terminal.Json(receipt);
            else
                terminal.Line($"moved to {receipt.EntityId}/{receipt.AccountId}, version {receipt.Version}");
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static string PaidBy(ApplicationView application) =>
        application.By + " " + string.Join(
            ", ", application.Shares.Select(share => ItemName.Of(share.Number, share.ItemId)));

    private static string PathOf(ParseResult parsed, string step)
    {
        var parts = parsed.GetRequiredValue(Cash).Split('/');
        return parts is [{ Length: > 0 } entity, { Length: > 0 } cash]
            ? $"v1/payments/unidentified/{Uri.EscapeDataString(entity)}/{Uri.EscapeDataString(cash)}/{step}"
            : throw new UsageException("Unidentified cash is named ENTITY/RECEIPT.");
    }
}
