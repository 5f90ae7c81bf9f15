using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace BillingActors.Survival.Desks;

/// <summary>A call that changes something, with the key that makes it safe to repeat.</summary>
internal sealed record Order(HttpMethod Method, string Path, string Key, object? Body = null)
{
    /// <summary>Whether it must not replace anything.</summary>
    public bool IsNew { get; init; }

    /// <summary>Why, where it must be said.</summary>
    public string? Reason { get; init; }

    /// <summary>The version that was looked at, where it must be said.</summary>
    public long? Version { get; init; }

    /// <summary>A file in place of a body.</summary>
    public byte[]? File { get; init; }

    /// <summary>A fresh request of it.</summary>
    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(Method, Path) { Content = ToContent() };
        request.Headers.Add("Idempotency-Key", Key);
        if (IsNew)
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        if (Reason is not null)
            request.Headers.Add("Reason", Reason);
        if (Version is { } version)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(FormattableString.Invariant($"\"{version}\"")));
        return request;
    }

    private HttpContent? ToContent()
    {
        if (File is not null)
        {
            var file = new ByteArrayContent(File);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            return file;
        }
        return Body is null ? null : JsonContent.Create(Body, Body.GetType(), options: WireJson.Options);
    }
}
