using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Worklists;

namespace BillingActors.Storage.Imports;

/// <summary>
/// Seals what was read from files before it is stored, and opens it again. All of it, whatever the format: a name may
/// stand where the format has none, and a file may hold rows of many legal entities or of none. Hence the group's key.
/// </summary>
internal sealed class ImportEnvelopes(KeyRing keys)
{
    /// <summary>Seals the records of a batch; card numbers are not even sealed.</summary>
    public async Task<byte[]> Seal(StagedBatch batch, CancellationToken cancellation)
    {
        CardNumberCheck.Refuse(batch.Items);
        return Seal(
            await Key(cancellation), ImportPayload.WriteBatch(batch.Items), BatchPlace(batch.ImportId, batch.Sequence));
    }

    /// <summary>Seals the rejected records of a batch, one by one and in their order.</summary>
    public async Task<ImmutableArray<byte[]>> SealRejected(WorkedBatch worked, CancellationToken cancellation)
    {
        if (worked.Rejected.IsEmpty)
            return [];
        var key = await Key(cancellation);
        return [.. worked.Rejected.Select(rejected => Seal(
            key, ImportPayload.Write([rejected.Item]), RecordPlace(worked.ImportId, rejected.Problem.Line)))];
    }

    /// <summary>Seals why a file was refused: a column that nobody knows may be somebody's name.</summary>
    public async Task<string> Seal(
        string importId, ImmutableArray<RecordProblem> problems, CancellationToken cancellation)
    {
        var text = Encoding.UTF8.GetBytes(ImportPayload.WriteProblems(problems));
        return Convert.ToBase64String(Seal(await Key(cancellation), text, ProblemsPlace(importId)));
    }

    /// <summary>Opens a batch.</summary>
    public async Task<StagedBatch> Open(
        string importId, int sequence, byte[] payload, CancellationToken cancellation) => new(
        importId, sequence, ImportPayload.Read(await Open(payload, BatchPlace(importId, sequence), cancellation)));

    /// <summary>Opens a rejected record.</summary>
    public async Task<ImportItem> Open(StoredRecord stored, CancellationToken cancellation)
    {
        var place = RecordPlace(stored.ImportId, stored.Line);
        return ImportPayload.Read(await Open(stored.Payload, place, cancellation))[0];
    }

    /// <summary>Opens rows of the worklist; their order stays.</summary>
    public async Task<ImmutableArray<WorklistRow>> Open(
        IReadOnlyCollection<StoredWorklistRow> stored, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<WorklistRow>(stored.Count);
        foreach (var (row, record) in stored)
        {
            rows.Add(record is null
                ? row
                : row with { Raw = ImportPayload.Text(await Open(record, cancellation)) });
        }
        return rows.MoveToImmutable();
    }

    /// <summary>Opens imports; their order stays.</summary>
    public async Task<ImmutableArray<ImportView>> Open(
        IReadOnlyCollection<StoredImport> stored, CancellationToken cancellation)
    {
        var views = ImmutableArray.CreateBuilder<ImportView>(stored.Count);
        foreach (var (view, problems) in stored)
            views.Add(view with { Problems = await OpenProblems(view.ImportId, problems, cancellation) });
        return views.MoveToImmutable();
    }

    /// <summary>What the envelope of a batch belongs to.</summary>
    public static string BatchPlace(string importId, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"import-batch/{importId}/{sequence}");

    /// <summary>What the envelope of a rejected record belongs to.</summary>
    public static string RecordPlace(string importId, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"import-record/{importId}/{line}");

    /// <summary>Opens a sealed payload; anything but what was sealed for the place fails.</summary>
    public static byte[] Open(byte[] key, byte[] payload, string place) =>
        PersonalDataCipher.Decrypt(key, payload.AsSpan(1), place);

    private static string ProblemsPlace(string importId) => "import-problems/" + importId;

    private static byte[] Seal(byte[] key, byte[] clear, string place) =>
        [ImportPayload.Sealed, .. PersonalDataCipher.Encrypt(key, clear, place)];

    /// <summary>Problems are a list in JSON where they were stored in clear, which no base64 begins like.</summary>
    private async Task<ImmutableArray<RecordProblem>> OpenProblems(
        string importId, string stored, CancellationToken cancellation)
    {
        if (stored.StartsWith('['))
            return ImportPayload.ReadProblems(stored);
        var text = await Open(Convert.FromBase64String(stored), ProblemsPlace(importId), cancellation);
        return ImportPayload.ReadProblems(Encoding.UTF8.GetString(text));
    }

    /// <summary>What was stored before there were envelopes is as it was.</summary>
    private async ValueTask<byte[]> Open(byte[] payload, string place, CancellationToken cancellation) =>
        ImportPayload.IsSealed(payload) ? Open(await Key(cancellation), payload, place) : payload;

    private Task<byte[]> Key(CancellationToken cancellation) => keys.EntityKey(KeyRing.Group, cancellation);
}
