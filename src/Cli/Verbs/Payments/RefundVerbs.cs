using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Gateway.Api;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing payment refund: asks for money to go back, pays, returns, or does not pay.</summary>
internal static class RefundVerbs
{
    private static readonly Option<string?> Receipt = new("--receipt")
    {
        Description = "The receipt whose rest goes back.",
    };

    private static readonly Option<string?> Credit = new("--credit")
    {
        Description = "The credit item that goes back, by id or number.",
    };

    private static readonly Option<string?> Method = new("--method")
    {
        Description = "How it is paid out; the way it came when absent.",
    };

    private static readonly Option<string?> Payee = new("--payee")
    {
        Description = "Another payee than the original payer: a second person agrees first.",
    };

    private static readonly Option<string?> Note = new("--note")
    {
        Description = "Reference of the payment, or the code it came back with.",
    };

    public static Command Create(Terminal terminal) => new("refund", "Pays money back, once.")
    {
        Request(terminal),
        Step("reject", "Says that a refund is not paid; its money is free again.", terminal, PaymentOptions.Reason),
        Step("pay", "Says that a refund was paid out.", terminal, Note),
        Step("return", "Says that a refund that was paid out came back.", terminal, Note),
    };

    private static Command Request(Terminal terminal)
    {
        var command = new Command("request", "Sets money aside that goes back, within your limit.")
        {
            PaymentOptions.Account, PaymentOptions.Refund, PaymentOptions.Amount, Receipt, Credit, Method, Payee,
            PaymentOptions.Reason,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var done = await gateway.Send<ActionReceipt>(
                HttpMethod.Post,
                Path(parsed, ""),
                new RefundRequest(
                    parsed.GetRequiredValue(PaymentOptions.Refund),
                    parsed.GetRequiredValue(PaymentOptions.Amount),
                    parsed.GetValue(Receipt),
                    parsed.GetValue(Credit),
                    parsed.GetValue(Method),
                    parsed.GetValue(Payee)),
                parsed.Ask(terminal, parsed.GetRequiredValue(PaymentOptions.Reason)),
                cancellation);
            ActionPrinting.Print(done, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Step(string name, string description, Terminal terminal, params Option[] options)
    {
        var command = new Command(name, description) { PaymentOptions.Account, PaymentOptions.Refund };
        foreach (var option in options)
            command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            var path = Path(parsed, $"/{Uri.EscapeDataString(parsed.GetRequiredValue(PaymentOptions.Refund))}/{name}");
            var body = options.Contains(Note) ? new RefundNote(parsed.GetValue(Note)) : null;
            return parsed.Do(terminal, (HttpMethod.Post, path, body), cancellation);
        });
        return command.AsChanging();
    }

    private static string Path(ParseResult parsed, string part) =>
        Paths.Account(parsed.GetRequiredValue(PaymentOptions.Account), "/refunds" + part);
}
