using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing payment reverse, chargeback, won and resume: money that goes back, and what follows.</summary>
internal static class PaymentReturnVerbs
{
    private static readonly Option<string> Kind = new("--kind")
    {
        Description = "reversed (items open again), debit-memo (a new item stands in) or charged-back.",
        DefaultValueFactory = _ => "reversed",
    };

    private static readonly Option<string> Code = new("--code")
    {
        Description = "The bank's code, such as AM04 or R01; or entry-error, wrong-account, duplicate.",
        Required = true,
    };

    private static readonly Argument<string> Case = new("CHARGEBACK")
    {
        Description = "The case, as the card holder's bank calls it.",
    };

    private static readonly Option<string?> Part = new("--chargeback")
    {
        Description = "The part that was charged back; without it all of the receipt was.",
    };

    public static Command Reverse(Terminal terminal)
    {
        Kind.AcceptOnlyFromAmong("reversed", "debit-memo", "charged-back");
        var command = new Command("reverse", "Takes a whole receipt back.")
        {
            PaymentOptions.Account, PaymentOptions.Receipt, Code, Kind, PaymentOptions.Reason,
        };
        command.SetAction((parsed, cancellation) => parsed.Do(
            terminal,
            (HttpMethod.Post, parsed.ReceiptPath("/reversal"),
                new PaymentReversal(parsed.GetRequiredValue(Kind), parsed.GetRequiredValue(Code))),
            cancellation));
        return command.AsChanging();
    }

    public static Command Chargeback(Terminal terminal)
    {
        var command = new Command("chargeback", "Takes a part of a card payment back, as the card holder's bank did.")
        {
            PaymentOptions.Account, PaymentOptions.Receipt, Case, PaymentOptions.Amount, Code, PaymentOptions.Reason,
        };
        command.SetAction((parsed, cancellation) => parsed.Do(
            terminal,
            (HttpMethod.Post, parsed.ReceiptPath("/chargebacks"), new PaymentChargeback(
                parsed.GetRequiredValue(Case),
                parsed.GetRequiredValue(PaymentOptions.Amount),
                parsed.GetRequiredValue(Code))),
            cancellation));
        return command.AsChanging();
    }

    public static Command Won(Terminal terminal)
    {
        var command = new Command("won", "Books the money of a chargeback that was won.")
        {
            PaymentOptions.Account, PaymentOptions.Receipt, Part,
        };
        command.SetAction((parsed, cancellation) => parsed.Do(
            terminal,
            (
                HttpMethod.Post,
                parsed.ReceiptPath(parsed.GetValue(Part) is { } part
                    ? $"/chargebacks/{Uri.EscapeDataString(part)}/won"
                    : "/chargeback-won"),
                null),
            cancellation));
        return command.AsChanging();
    }

    public static Command Resume(Terminal terminal)
    {
        var command = new Command("resume", "Lets payments be drawn by themselves again.")
        {
            PaymentOptions.Account, PaymentOptions.Reason,
        };
        command.SetAction((parsed, cancellation) => parsed.Do(
            terminal,
            (
                HttpMethod.Post,
                Paths.Account(parsed.GetRequiredValue(PaymentOptions.Account), "/automatic-payment"),
                null),
            cancellation));
        return command.AsChanging();
    }
}
