using System.Collections.Immutable;
using System.Security.Cryptography;
using BillingActors.Formats.Bank;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Payments;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace BillingActors.Gateway.Console.Pages;

/// <summary>A file of payments: matched, looked at, and posted as batches whose totals tie.</summary>
public sealed partial class ImportPaymentsPage
{
    private const long BytesMax = 24 * 1024 * 1024;
    private const int FaultCountMax = 20;
    private const int ShownMax = 100;
    private readonly List<ImportView> _posted = [];
    private readonly Dictionary<string, ImportView> _before = new(StringComparer.Ordinal);
    private ImmutableArray<EntityLimits> _entities = [];
    private ImmutableArray<PaymentMatch> _matches = [];
    private ImmutableArray<RecordProblem> _faults = [];
    private ImmutableArray<LeftOutEntry> _leftOut = [];
    private Problem? _problem;
    private string _entityId = "";
    private string _format = "";
    private string _hash = "";
    private int _threshold = PaymentMatch.LikelyScore;
    private bool _isBusy;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private MatchReading Reading { get; set; } = default!;

    [Inject]
    private IGrainFactory Grains { get; set; } = default!;

    [Inject]
    private ILimitReports Reports { get; set; } = default!;

    private IEnumerable<(string Kind, string Title, List<PaymentMatch> Rows)> Groups =>
        from set in new[]
        {
            (Kind: PaymentMatch.Likely, Title: "Likely"), (Kind: PaymentMatch.None, Title: "None fits"),
            (Kind: PaymentMatch.Exact, Title: "Exact"),
        }
        let rows = _matches.Where(match => match.Kind == set.Kind).ToList()
        where rows.Count > 0
        select (set.Kind, set.Title, rows);

    private long WithoutCount => _matches.LongCount(match => string.IsNullOrEmpty(match.AccountId));

    private IEnumerable<(string Currency, long Minor)> Sums => _matches
        .GroupBy(match => match.Entry.Payment.Currency, StringComparer.Ordinal)
        .Select(sum => (sum.Key, sum.Sum(match => match.Entry.Payment.AmountMinor)));

    private long CountOf(string kind) => _matches.LongCount(match => match.Kind == kind);

    protected override async Task OnInitializedAsync()
    {
        _entities = await Reports.Limits((await Desk.Caller(default)).Scope, default);
        _entityId = _entities is [{ } only, ..] ? only.EntityId : "";
    }

    private async Task Take(InputFileChangeEventArgs chosen)
    {
        (_problem, _faults, _matches, _leftOut, _isBusy) = (null, [], [], [], true);
        _before.Clear();
        if (chosen.File.Size > BytesMax)
            _problem = new Problem(ProblemCode.BodyTooLarge, "A file has at most 24 MiB here.");
        else
            await Take(await BytesOf(chosen.File));
        _isBusy = false;
    }

    private static async Task<MemoryStream> BytesOf(IBrowserFile chosen)
    {
        var bytes = new MemoryStream();
        await using var file = chosen.OpenReadStream(BytesMax);
        await file.CopyToAsync(bytes);
        bytes.Position = 0;
        return bytes;
    }

    private async Task Take(MemoryStream bytes)
    {
        _hash = FileBatches.Short(await SHA256.HashDataAsync(bytes));
        bytes.Position = 0;
        if (MatchReading.FormatOf(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is not { } format)
        {
            _problem = new Problem(
                ProblemCode.FormatUnknown, "It is none of payments-csv, payments-json, camt.053 and BAI2.");
            return;
        }
        _format = format;
        var read = await MatchReading.Read(format, bytes, default);
        (_faults, _leftOut) = (read.Problems, read.LeftOut);
        var entries = MatchReading.NamesEntity(format)
            ? read.Entries
            : [.. read.Entries.Select(entry => entry with { EntityId = _entityId })];
        if (_faults.IsEmpty && !await WasPosted(entries))
            await Match(entries);
    }

    private async Task Match(ImmutableArray<PaymentEntry> entries)
    {
        if (entries.IsEmpty)
            _problem = new Problem("no-rows", "No money came in by this file.");
        _matches = await Reading.Match(await Desk.Caller(default), entries, Desk.Today, default);
        if (CountOf(PaymentMatch.Foreign) == 0)
            return;
        _faults = [.. _matches.Where(match => match.Kind == PaymentMatch.Foreign).Select(match => new RecordProblem(
            match.Entry.Line, "entity", "entity-unknown", "There is no such legal entity."))];
        _matches = [];
    }

    /// <summary>
    /// A file whose hash is known is refused, whichever legal entity it was posted for. Where only some of its batches
    /// were, since the rest failed, those are done and the rest can be posted.
    /// </summary>
    private async Task<bool> WasPosted(ImmutableArray<PaymentEntry> entries)
    {
        var caller = await Desk.Caller(default);
        var wanted = BatchesOf(entries, entry => entry).Select(batch => batch.Key).ToList();
        var known = wanted.Concat(_entities.SelectMany(entity => wanted.Select(key => (entity.EntityId, key.BatchId))));
        foreach (var (entityId, batchId) in known.Distinct().Where(key => caller.Scope.Allows(key.Item1)))
        {
            var batch = Grains.GetGrain<IPaymentBatchGrain>(CashKey.Of(entityId, batchId));
            if (await batch.View(default) is { State: not ("receiving" or "refused") } view)
                _before[CashKey.Of(entityId, batchId)] = view;
        }
        var isWhole = _before.Count > 0
            && (wanted.TrueForAll(key => _before.ContainsKey(CashKey.Of(key.EntityId, key.BatchId)))
                || !wanted.Exists(key => _before.ContainsKey(CashKey.Of(key.EntityId, key.BatchId))));
        if (isWhole && _before.Values.First() is var first)
        {
            _problem = new Problem(
                "batch-exists",
                $"This file was posted on {Look.Locale.Moment(first.At)} by {first.ActorId}: its hash is known.");
        }
        return isWhole;
    }

    private void AcceptAbove()
    {
        foreach (var match in _matches)
            match.Accept(_threshold);
    }

    private async Task Post()
    {
        if (_isBusy)
            return;
        _isBusy = true;
        foreach (var (key, matches) in BatchesOf(_matches, match => match.Entry))
        {
            if (_before.ContainsKey(CashKey.Of(key.EntityId, key.BatchId)))
                continue;
            var reply = await Post(key.EntityId, BatchOf(key.BatchId, matches));
            _problem = reply.Problem;
            if (reply.Value is not { } view)
                break; // What was posted before stays; posted again it changes nothing.
            _before[CashKey.Of(key.EntityId, key.BatchId)] = view;
            _posted.Add(view);
        }
        _isBusy = false;
    }

    private Task<Reply<ImportView>> Post(string entityId, PaymentBatch batch) => Desk.Do<ImportView>(
        new DeskCommand(Permissions.PaymentsWrite) { Id = "desk-" + batch.BatchId },
        (_, envelope) => Grains.GetGrain<IPaymentBatchGrain>(CashKey.Of(entityId, batch.BatchId))
            .Post(envelope, batch, default),
        default);

    /// <summary>
    /// Batches of one legal entity and currency that are not too long, each named by the file it is of, so that the
    /// same file is the same batches.
    /// </summary>
    private List<((string EntityId, string BatchId) Key, T[] Rows)> BatchesOf<T>(
        IEnumerable<T> rows, Func<T, PaymentEntry> entryOf) =>
    [
        .. rows.GroupBy(row => (entryOf(row).EntityId, entryOf(row).Payment.Currency)).SelectMany(batch =>
            batch.Chunk(FileBatches.LineCountMax).Select((part, index) => (
                (batch.Key.EntityId, FileBatches.Name(_hash, batch.Key.Currency, index)), part))),
    ];

    private static PaymentBatch BatchOf(string batchId, PaymentMatch[] matches)
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
            batchId, matches[0].Entry.Payment.Currency, lines.Length, lines.Sum(line => line.AmountMinor), lines);
    }
}
