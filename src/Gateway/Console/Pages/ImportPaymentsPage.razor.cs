using System.Collections.Immutable;
using System.Security.Cryptography;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Cash;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace BillingActors.Gateway.Console.Pages;

/// <summary>A file of payments: matched, looked at, and posted as batches whose totals tie.</summary>
public sealed partial class ImportPaymentsPage
{
    private const long BytesMax = 4 * 1024 * 1024;
    private const int FaultCountMax = 20;
    private const int ShownMax = 100;
    private const int HashLength = 24;
    private readonly List<ImportView> _posted = [];
    private ImmutableArray<PaymentMatch> _matches = [];
    private ImmutableArray<RecordProblem> _faults = [];
    private Problem? _problem;
    private string _hash = "";
    private bool _isBusy;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private MatchReading Reading { get; set; } = default!;

    [Inject]
    private IGrainFactory Grains { get; set; } = default!;

    private List<PaymentMatch> Doubtful => [.. _matches.Where(match => match.Kind != PaymentMatch.Exact)];

    private long WithoutCount => _matches.LongCount(match => string.IsNullOrEmpty(match.AccountId));

    private IEnumerable<(string Currency, long Minor)> Sums => _matches
        .GroupBy(match => match.Entry.Payment.Currency, StringComparer.Ordinal)
        .Select(sum => (sum.Key, sum.Sum(match => match.Entry.Payment.AmountMinor)));

    private long CountOf(string kind) => _matches.LongCount(match => match.Kind == kind);

    private async Task Take(InputFileChangeEventArgs chosen)
    {
        (_problem, _faults, _matches, _isBusy) = (null, [], [], true);
        if (chosen.File.Size > BytesMax)
        {
            (_problem, _isBusy) = (new Problem(ProblemCode.BodyTooLarge, "A file has at most 4 MiB here."), false);
            return;
        }
        using var bytes = new MemoryStream();
        await using (var file = chosen.File.OpenReadStream(BytesMax))
            await file.CopyToAsync(bytes);
        bytes.Position = 0;
        _hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes))[..HashLength];
        bytes.Position = 0;
        (var entries, _faults) = await MatchReading.Read(bytes, default);
        if (_faults.IsEmpty)
            _matches = await Reading.Match(await Desk.Caller(default), entries, Desk.Today, default);
        if (CountOf(PaymentMatch.Foreign) > 0)
        {
            _faults = [.. _matches.Where(match => match.Kind == PaymentMatch.Foreign).Select(match => new RecordProblem(
                match.Entry.Line, "entity", "entity-unknown", "There is no such legal entity."))];
            _matches = [];
        }
        _isBusy = false;
    }

    private async Task Post()
    {
        if (_isBusy)
            return;
        _isBusy = true;
        var batches = _matches.GroupBy(match => (match.Entry.EntityId, match.Entry.Payment.Currency)).ToList();
        foreach (var batch in batches)
        {
            var reply = await Post(batch.Key.EntityId, BatchOf(batch.Key, [.. batch]));
            _problem = reply.Problem;
            if (reply.Value is not { } view)
                break; // What was posted before stays; posted again it changes nothing.
            _posted.Add(view);
        }
        _isBusy = false;
    }

    private Task<Reply<ImportView>> Post(string entityId, PaymentBatch batch) => Desk.Do<ImportView>(
        new DeskCommand(Permissions.PaymentsWrite) { Id = "desk-" + batch.BatchId },
        (_, envelope) => Grains.GetGrain<IPaymentBatchGrain>(CashKey.Of(entityId, batch.BatchId))
            .Post(envelope, batch, default),
        default);

    /// <summary>The batch bears the name of its file, so that the same file is the same batch.</summary>
    private PaymentBatch BatchOf((string EntityId, string Currency) key, ImmutableArray<PaymentMatch> matches)
    {
        ImmutableArray<PaymentBatchLine> lines =
        [
            .. matches.Select((match, index) => new PaymentBatchLine(
                index + 1, string.IsNullOrEmpty(match.AccountId) ? null : match.AccountId, match.Entry.Payment.Method,
                match.Entry.Payment.AmountMinor, match.Entry.Payment.ValueOn, match.Entry.Payment.Reference,
                match.Entry.Payment.CardToken, match.Entry.Payment.IsOnAccount, match.Entry.Payment.Items,
                match.Entry.Payment.Allocation)),
        ];
        return new PaymentBatch(
            $"file-{_hash}-{key.Currency.ToLowerInvariant()}", key.Currency, lines.Length,
            lines.Sum(line => line.AmountMinor), lines);
    }
}
