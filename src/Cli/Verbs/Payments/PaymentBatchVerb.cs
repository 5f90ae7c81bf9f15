using System.CommandLine;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Cli.Verbs.Payments;

/// <summary>billing payment batch: posts a batch whose totals tie, and waits for its lines.</summary>
internal static class PaymentBatchVerb
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private static readonly Argument<string> Entity = new("ENTITY") { Description = "Legal entity." };

    private static readonly Argument<FileInfo> Batch = new("FILE") { Description = "The batch as JSON." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("batch", "Posts a batch of payments, if it comes to its control totals.")
        {
            Entity, Batch,
        };
        command.SetAction((parsed, cancellation) => Post(parsed, terminal, cancellation));
        return command.AsChanging();
    }

    private static async Task<int> Post(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var batch = await Read(parsed.GetRequiredValue(Batch), cancellation);
        var path = $"v1/payments/batches/{Uri.EscapeDataString(parsed.GetRequiredValue(Entity))}";
        var import = await gateway.Send<ImportView>(
            HttpMethod.Post, path, batch, parsed.Ask(terminal), cancellation);
        while (import.State != "done")
        {
            await Task.Delay(Between, cancellation);
            import = await gateway.Get<ImportView>(
                $"{path}/{Uri.EscapeDataString(batch.BatchId)}", cancellation);
        }
        if (parsed.WantsJson())
            terminal.Json(import);
        else
            terminal.Line($"{Amounts.Count(import.RecordCount)} lines: {Amounts.Count(import.StoredCount)} booked, "
                + $"{Amounts.Count(import.DuplicateCount)} known, {Amounts.Count(import.RejectedCount)} rejected");
        return import.RejectedCount > 0 ? ExitCode.Exceptions : ExitCode.Ok;
    }

    private static async Task<PaymentBatch> Read(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = file.OpenRead();
            return await JsonSerializer.DeserializeAsync<PaymentBatch>(stream, WireJson.OneLine, cancellation)
                ?? throw new UsageException($"{file.Name} is no batch.");
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            throw new UsageException($"{file.Name} is no batch: {fault.Message}");
        }
    }
}
