using System.CommandLine;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Streams;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing usage: sends what was used, and shows what it came to; caps.</summary>
internal static class UsageVerbs
{
    private static readonly Argument<FileInfo> File = new("FILE")
    {
        Description = "CloudEvents 1.0 as JSON: one event, an array of them, or one on each line.",
    };

    private static readonly Option<string?> Contract =
        Allowed<string>("--contract", "Contract; the account unless given.");

    public static Command Create(Terminal terminal) =>
        new("usage", "Usage that is rated when it comes.")
        {
            Send(terminal), Show(terminal), List(terminal), Recycle(terminal), Cap(terminal), Uncap(terminal),
        };

    private static Command Send(Terminal terminal)
    {
        var command = new Command("send", "Sends usage; it is rated by the accounts it belongs to.") { File };
        command.SetAction(async (parsed, cancellation) =>
        {
            var events = await Read(parsed.GetRequiredValue(File), cancellation);
            using var gateway = parsed.Gateway();
            var done = await gateway.Send<StreamReceipt>(
                HttpMethod.Post, "v1/usage/events", events, parsed.Ask(terminal), cancellation);
            if (parsed.WantsJson())
                terminal.Json(done);
            else
                Print(terminal, done);
            return done.RejectedCount == 0 ? ExitCode.Ok : ExitCode.Refused;
        });
        return command.AsChanging();
    }

    private static Command Show(Terminal terminal) =>
        new Command("show", "Shows what is used and on no bill yet, with allowances and caps.").Shows<UsageView>(
            terminal,
            _ => "/usage",
            view =>
            {
                terminal.Line(FormattableString.Invariant($"unbilled {view.Unbilled} {view.Currency}"));
                foreach (var contract in view.Contracts)
                {
                    terminal.Line(FormattableString.Invariant($"{contract.ContractId}: {contract.Unbilled}"));
                    foreach (var left in contract.Allowances)
                        terminal.Line(FormattableString.Invariant($"  {left.Bucket}: {left.Left} {left.Unit} left"));
                }
                foreach (var cap in view.Caps)
                {
                    var scope = cap.ContractId.Length == 0 ? "account" : cap.ContractId;
                    terminal.Line($"cap of {scope}: {Amounts.Of(cap.UsedMinor + cap.ReservedMinor, view.Currency)} of "
                        + $"{Amounts.Of(cap.AmountMinor, view.Currency)}, {cap.Policy}");
                }
            });

    private static Command List(Terminal terminal) =>
        new Command("list", "Lists records as they were rated when they came.") { Account }.Lists<RatedUsageView>(
            terminal,
            parsed => Paths.Account(parsed.GetRequiredValue(Account), "/usage/records"),
            row => terminal.Line(
                FormattableString.Invariant($"{row.At:yyyy-MM-dd HH:mm:ss}  {row.Source}/{row.Id}  {row.ContractId}  ")
                + FormattableString.Invariant($"{row.Charge} {row.Label}  {row.Quantity}  {row.Amount}")));

    private static Command Recycle(Terminal terminal)
    {
        var command = new Command("recycle", "Rates the records again that were set aside.") { Account };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var done = await gateway.Send<UsageReceipt>(
                HttpMethod.Post,
                Paths.Account(parsed.GetRequiredValue(Account), "/usage/recycle"),
                new { },
                parsed.Ask(terminal),
                cancellation);
            if (parsed.WantsJson())
                terminal.Json(done);
            else
                Print(terminal, done);
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Cap(Terminal terminal)
    {
        var amount = Needed<long>("--amount-minor", "The most that may be used until the next bill.");
        var isBlocking = new Option<bool>("--block") { Description = "Reserve nothing more when it is reached." };
        var command = new Command("cap", "Limits what may be used until the next bill.")
        {
            Contract, amount, isBlocking,
        };
        return command.Sends(terminal, "/spending-caps", parsed => new SetSpendingCap(
            parsed.GetRequiredValue(amount),
            parsed.GetValue(Contract),
            parsed.GetValue(isBlocking) ? "block" : "notify"));
    }

    private static Command Uncap(Terminal terminal) =>
        new Command("uncap", "Takes a spending cap away.") { Contract }.Sends(
            terminal, "/spending-caps/remove", parsed => new RemoveSpendingCap(parsed.GetValue(Contract)));

    private static async Task<JsonElement[]> Read(FileInfo file, CancellationToken cancellation)
    {
        var text = await System.IO.File.ReadAllTextAsync(file.FullName, cancellation);
        var trimmed = text.TrimStart();
        if (trimmed.StartsWith('['))
            return JsonSerializer.Deserialize<JsonElement[]>(trimmed) ?? [];
        using var whole = new StringReader(trimmed);
        var events = new List<JsonElement>();
        if (TryParse(trimmed) is { } one)
            return [one];
        while (await whole.ReadLineAsync(cancellation) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                events.Add(JsonSerializer.Deserialize<JsonElement>(line));
        }
        return [.. events];
    }

    private static JsonElement? TryParse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Print(Terminal terminal, StreamReceipt done)
    {
        terminal.Line($"{done.OperationId}: {done.AcceptedCount} accepted, {done.RejectedCount} rejected");
        foreach (var row in done.Results.Where(row => row.Code is not null))
            terminal.Line($"  {row.Index}  {row.Id}  {row.Code}: {row.Detail}");
    }

    private static void Print(Terminal terminal, UsageReceipt done)
    {
        terminal.Line($"{done.RatedCount} rated, {done.DuplicateCount} known before, {done.SetAside.Length} set aside");
        foreach (var row in done.SetAside)
            terminal.Line($"  {row.Source}/{row.Id}  {row.Code}: {row.Detail}");
    }
}
