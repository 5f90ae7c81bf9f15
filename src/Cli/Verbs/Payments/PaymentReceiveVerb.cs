using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing payment receive: books money that came in, or says what it would pay.</summary>
internal static class PaymentReceiveVerb
{
    private static readonly Option<string> Source = new("--source")
    {
        Description = "Where the receipt's id was given, such as bank or till.",
        DefaultValueFactory = _ => "till",
    };

    private static readonly Option<string> Method = new("--method")
    {
        Description = "cash, cheque, card, ach, wire, direct-debit, lockbox or agency.",
        Required = true,
    };

    private static readonly Option<DateOnly> ValueOn = new("--value-on")
    {
        Description = "From when it counts as paid, yyyy-mm-dd.",
        Required = true,
    };

    private static readonly Option<string?> Reference = new("--reference") { Description = "What the payer wrote." };

    private static readonly Option<string?> Token = new("--card-token")
    {
        Description = "Token of the card processor; never a card number.",
    };

    private static readonly Option<bool> OnAccount = new("--on-account")
    {
        Description = "Keep on account what is not named with --item.",
    };

    public static Command Create(Terminal terminal)
    {
        Method.AcceptOnlyFromAmong("cash", "cheque", "card", "ach", "wire", "direct-debit", "lockbox", "agency");
        var command = new Command("receive", "Books money that came in and sets it against what is owed.")
        {
            PaymentOptions.Account, PaymentOptions.Receipt, PaymentOptions.Amount, Method, ValueOn, Source, Reference,
            Token, OnAccount, PaymentOptions.Items, PaymentOptions.Allocation, PaymentOptions.Preview,
        };
        command.SetAction((parsed, cancellation) => Receive(parsed, terminal, cancellation));
        return command.AsChanging();
    }

    private static async Task<int> Receive(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var balance = await gateway.Get<BalanceView>(
            Paths.Account(parsed.GetRequiredValue(PaymentOptions.Account), "/balance"), cancellation);
        var payment = new Payment(
            parsed.GetRequiredValue(PaymentOptions.Receipt),
            parsed.GetRequiredValue(Source),
            parsed.GetRequiredValue(Method),
            parsed.GetRequiredValue(PaymentOptions.Amount),
            balance.Currency,
            parsed.GetRequiredValue(ValueOn),
            parsed.GetValue(Reference),
            CardToken: parsed.GetValue(Token),
            IsOnAccount: parsed.GetValue(OnAccount),
            Items: parsed.ItemsOf(PaymentOptions.Items),
            Allocation: parsed.GetValue(PaymentOptions.Allocation));
        if (!parsed.GetValue(PaymentOptions.Preview))
            return await parsed.Do(terminal, (HttpMethod.Post, parsed.Payments(), payment), cancellation);
        var preview = await gateway.Send<PaymentPreview>(
            HttpMethod.Post, parsed.Payments("/preview"), payment, parsed.Ask(terminal), cancellation);
        Print(preview, balance.Currency, parsed, terminal);
        return ExitCode.Ok;
    }

    /// <summary>Prints what would happen.</summary>
    public static void Print(PaymentPreview preview, string currency, ParseResult parsed, Terminal terminal)
    {
        if (parsed.WantsJson())
        {
            terminal.Json(preview);
            return;
        }
        if (preview.Application is { } application)
            PaymentVerbs.Print(application, currency, terminal);
        terminal.Line($"{Amounts.Of(preview.UnappliedMinor, currency)} would stay unapplied, "
            + $"the balance would be {Amounts.Of(preview.BalanceMinor, currency)}");
    }
}
