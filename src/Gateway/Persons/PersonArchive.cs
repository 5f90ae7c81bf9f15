using System.IO.Compression;
using System.Text.Json;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Evidence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Persons;

/// <summary>
/// Everything that is stored of a person in one archive: person.json, and each document as it was brought. It is
/// written document by document, so that none of it waits in memory.
/// </summary>
internal sealed class PersonArchive(IEvidenceStore evidence, IOptions<JsonOptions> json)
{
    public const string ContentType = "application/zip";

    private const string FileEntry = "person.json";

    /// <summary>The archive as an answer.</summary>
    public PushStreamHttpResult ToHttp(PersonFile file, HttpContext http)
    {
        // An entry ends with a few bytes that the platform's archive writes at once, also when it is asked to wait.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        return TypedResults.Stream(
            output => Write(file, output, http.RequestAborted), ContentType, $"person-{file.CustomerId}.zip");
    }

    private async Task Write(PersonFile file, Stream output, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(
            output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await using (var entry = await zip.CreateEntry(FileEntry).OpenAsync(cancellation))
            await JsonSerializer.SerializeAsync(entry, file, json.Value.SerializerOptions, cancellation);
        foreach (var document in file.Documents ?? [])
        {
            var accountKey = AccountKey.Of(document.EntityId, document.AccountId);
            var key = document.RequestId is { } requestId
                ? EvidenceKey.OfRequest(accountKey, requestId, document.DocumentId)
                : new EvidenceKey(accountKey, document.DisputeId, document.DocumentId);
            // Erased since the file was put together: then it is gone.
            if (await evidence.Find(key, cancellation) is not { } found)
                continue;
            await using var entry = await zip.CreateEntry(document.Path).OpenAsync(cancellation);
            await entry.WriteAsync(found.Content, cancellation);
        }
    }
}
