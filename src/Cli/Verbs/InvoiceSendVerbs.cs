using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Gateway.Mail;
using BillingActors.Storage.Deliveries;

namespace BillingActors.Cli.Verbs;

/// <summary>billing invoice send, billing invoice deliveries: an invoice by e-mail, and where it went before.</summary>
internal static class InvoiceSendVerbs
{
    private const string Part = "/deliveries";

    private static readonly Argument<string> Id = new("ID|NUMBER") { Description = "Invoice by id or number." };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "Another address than the customer's; say why with --reason.",
    };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why." };

    /// <summary>Has an invoice sent.</summary>
    public static Command Send(Terminal terminal)
    {
        var command = new Command("send", "Has an invoice sent by e-mail; it leaves within moments.")
        {
            Id, To, Reason,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var asked = await gateway.Send<DocumentDelivery>(
                HttpMethod.Post, Paths.Invoice(parsed.GetRequiredValue(Id), Part),
                new DeliveryWish(parsed.GetValue(To)), parsed.Ask(terminal, parsed.GetValue(Reason)), cancellation);
            Print(asked, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    /// <summary>Lists where an invoice was sent to.</summary>
    public static Command Deliveries(Terminal terminal)
    {
        var command = new Command("deliveries", "Lists when and where an invoice was sent, newest first.") { Id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            foreach (var row in await gateway.Get<ImmutableArray<DocumentDelivery>>(
                Paths.Invoice(parsed.GetRequiredValue(Id), Part), cancellation))
            {
                Print(row, terminal, parsed.WantsJson());
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static void Print(DocumentDelivery row, Terminal terminal, bool asJson)
    {
        if (asJson)
            terminal.Json(row);
        else
            terminal.Line($"{row.DeliveryId}  {Moment(row.AskedAt)}  {row.Number}  {row.Address ?? "(not shown)"}  "
                + $"{row.State}, {row.AttemptCount} attempts"
                + (row.LastOutcome is { } outcome ? $", {outcome}" : "")
                + (row.LastStatus is { } status ? $" {status}" : "")
                + (row.NextAt is { } next ? $", next {Moment(next)}" : "") + $"  {row.AskedBy}");
    }

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
