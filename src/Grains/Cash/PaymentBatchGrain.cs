using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using BillingActors.Domain.Cash;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Imports;

namespace BillingActors.Grains.Cash;

/// <summary>
/// Takes a batch into the inbox of files once its totals tie; there it is worked off account by account and survives a
/// crash. A batch is named by its legal entity and id, so the same one again finds itself.
/// </summary>
internal sealed class PaymentBatchGrain(IImportStore inbox) : Grain, IPaymentBatchGrain
{
    private const int StageCount = 500;
    private const string Format = "payment-batch";

    private (string EntityId, string BatchId) Key => CashKey.Split(this.GetPrimaryKeyString());

    private string ImportId => $"{Format}.{Key.EntityId}.{Key.BatchId}";

    public async Task<Reply<ImportView>> Post(
        CommandEnvelope envelope, PaymentBatch batch, CancellationToken cancellation)
    {
        var control = new ControlTotals(batch.Currency, batch.ControlCount, batch.ControlMinor);
        ImmutableArray<BatchLine> lines =
            [.. batch.Lines.Select(line => new BatchLine(line.Line, line.AmountMinor, batch.Currency))];
        if (BatchControl.Check(batch.BatchId, control, lines) is { } refusal)
            return refusal.ToReply<ImportView>();
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(batch)));
        var header = new ImportHeader(
            ImportId, batch.BatchId, Format, envelope.ActorKind, envelope.ActorId, envelope.At);
        if (!await inbox.Begin(header, cancellation)
            && await View(cancellation) is { State: not "receiving" } known)
        {
            return known.Sha256 == hash
                ? new Reply<ImportView>(known, IsReplay: true)
                : CashRefusals.BatchExists.ToReply<ImportView>();
        }
        return await Accept(batch, hash, cancellation);
    }

    public Task<ImportView?> View(CancellationToken cancellation) => inbox.View(ImportId, cancellation);

    private async Task<Reply<ImportView>> Accept(PaymentBatch batch, string hash, CancellationToken cancellation)
    {
        var entityId = Key.EntityId;
        var items = batch.Lines.OrderBy(line => line.Line).Select(line => new ImportItem(
            Payment: new PaymentEntry(entityId, line.AccountId, ToPayment(batch, line), line.Line)));
        try
        {
            foreach (var (sequence, chunk) in items.Chunk(StageCount).Index())
                await inbox.Stage(new StagedBatch(ImportId, sequence, [.. chunk]), cancellation);
        }
        catch (FileRefusedException refused)
        {
            await inbox.Refuse(ImportId, hash, refused.Problems, cancellation);
            return Reply<ImportView>.No(refused.Problems[0].Rule, refused.Message);
        }
        await inbox.Accept(ImportId, hash, batch.Lines.Length, cancellation);
        await GrainFactory.GetGrain<IImportGrain>(ImportId).Work(cancellation);
        return new Reply<ImportView>(await View(cancellation));
    }

    private static Payment ToPayment(PaymentBatch batch, PaymentBatchLine line) => new(
        $"{batch.BatchId}.{line.Line}",
        "batch",
        line.Method,
        line.AmountMinor,
        batch.Currency,
        line.ValueOn,
        line.Reference,
        batch.BatchId,
        line.CardToken,
        null,
        line.IsOnAccount,
        line.Items,
        line.Allocation);
}
