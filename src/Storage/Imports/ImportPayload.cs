using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Imports;

/// <summary>
/// Records of an import as bytes: JSON, compressed where that pays, or interval days alone in a form of their own. The
/// first byte says which, or that all of it lies in an envelope.
/// </summary>
internal static class ImportPayload
{
    /// <summary>First byte of what lies in an envelope.</summary>
    public const byte Sealed = 2;

    private const int CompressedFrom = 1024;
    private const byte Plain = 0;
    private const byte Brotli = 1;
    private const byte Days = 3;

    /// <summary>Whether a stored payload lies in an envelope.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> payload) => !payload.IsEmpty && payload[0] == Sealed;

    /// <summary>
    /// A batch that waits to be worked off. Interval days are many and wait for seconds: as JSON, writing and reading
    /// them took longer than reading the file.
    /// </summary>
    public static byte[] WriteBatch(ImmutableArray<ImportItem> items) =>
        DayBatch.Fits(items) ? DayBatch.Write(Days, items) : Write(items);

    public static byte[] Write(ImmutableArray<ImportItem> items)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(items, ImportJsonContext.Default.ImmutableArrayImportItem);
        if (json.Length <= CompressedFrom)
            return [Plain, .. json];
        using var packed = new MemoryStream(json.Length / 4);
        packed.WriteByte(Brotli);
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(json);
        return packed.ToArray();
    }

    public static ImmutableArray<ImportItem> Read(byte[] payload)
    {
        if (payload[0] == Days)
            return DayBatch.Read(payload.AsSpan(1));
        using var body = new MemoryStream(payload, 1, payload.Length - 1, writable: false);
        if (payload[0] == Plain)
            return JsonSerializer.Deserialize(body, ImportJsonContext.Default.ImmutableArrayImportItem);
        using var brotli = new BrotliStream(body, CompressionMode.Decompress);
        return JsonSerializer.Deserialize(brotli, ImportJsonContext.Default.ImmutableArrayImportItem);
    }

    public static string WriteProblems(ImmutableArray<RecordProblem> problems) =>
        JsonSerializer.Serialize(problems, ImportJsonContext.Default.ImmutableArrayRecordProblem);

    public static ImmutableArray<RecordProblem> ReadProblems(string text) =>
        JsonSerializer.Deserialize(text, ImportJsonContext.Default.ImmutableArrayRecordProblem);

    /// <summary>A record as a person reads it: as it stood in the file, or else as JSON.</summary>
    public static string Text(ImportItem item) =>
        item.Raw ?? JsonSerializer.Serialize(item, ImportJsonContext.Default.ImportItem);
}
