using BillingActors.Domain.BillRuns;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.BillRuns;

/// <summary>Events and drafts of bill runs as UTF-8 JSON; whatever was written once must load for ever.</summary>
internal static class RunJson
{
    public static byte[] Write(RunEvent happened) => StoredJson.Write(happened, RunJsonContext.Default.RunEvent);

    public static RunEvent ReadEvent(ReadOnlySpan<byte> body) =>
        StoredJson.Read(body, RunJsonContext.Default.RunEvent);

    public static byte[] Write(DraftBody body) => StoredJson.Write(body, RunJsonContext.Default.DraftBody);

    public static DraftBody ReadBody(ReadOnlySpan<byte> body) =>
        StoredJson.Read(body, RunJsonContext.Default.DraftBody);
}
