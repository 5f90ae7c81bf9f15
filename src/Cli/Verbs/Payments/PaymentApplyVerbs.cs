using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing payment apply and unapply: what a receipt pays, and that taken back.</summary>
internal static class PaymentApplyVerbs
{
    private static readonly Option<string?> Id = new("--id")
    {
        Description = "Id of the application; a fresh one when absent.",
    };

    private static readonly Argument<string> Application = new("APPLICATION") { Description = "Application." };

    public static Command Apply(Terminal terminal)
    {
        var command = new Command("apply", "Sets what is left of a receipt against items, or else by rule.")
        {
            PaymentOptions.Account, PaymentOptions.Receipt, PaymentOptions.Items, PaymentOptions.Allocation, Id,
            PaymentOptions.Preview,
        };
        command.SetAction((parsed, cancellation) => Apply(parsed, terminal, cancellation));
        return command.AsChanging();
    }

    public static Command Unapply(Terminal terminal)
    {
        var command = new Command("unapply", "Takes an application back; its items are open again.")
        {
            PaymentOptions.Account, PaymentOptions.Receipt, Application, PaymentOptions.Reason,
        };
        command.SetAction((parsed, cancellation) => parsed.Do(
            terminal,
            (HttpMethod.Delete, parsed.ReceiptPath("/applications/"
                + Uri.EscapeDataString(parsed.GetRequiredValue(Application))), null),
            cancellation));
        return command.AsChanging();
    }

    private static async Task<int> Apply(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var body = new PaymentApplication(
            parsed.GetValue(Id) ?? Ask.FreshKey(),
            parsed.ItemsOf(PaymentOptions.Items),
            parsed.GetValue(PaymentOptions.Allocation));
        if (!parsed.GetValue(PaymentOptions.Preview))
        {
            return await parsed.Do(
                terminal, (HttpMethod.Post, parsed.ReceiptPath("/applications"), body), cancellation);
        }
        using var gateway = parsed.Gateway();
        var balance = await gateway.Get<BalanceView>(
            Paths.Account(parsed.GetRequiredValue(PaymentOptions.Account), "/balance"), cancellation);
        var preview = await gateway.Send<PaymentPreview>(
            HttpMethod.Post, parsed.ReceiptPath("/applications/preview"), body, parsed.Ask(terminal), cancellation);
        PaymentReceiveVerb.Print(preview, balance.Currency, parsed, terminal);
        return ExitCode.Ok;
    }
}
