using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BillingActors.Cli.Client;

/// <summary>Speaks HTTP with the gateway: a body becomes a record, a problem becomes an exception.</summary>
internal sealed class GatewayClient(Uri address, string? key) : IDisposable
{
    private readonly HttpClient _http = Create(address, key);

    /// <summary>Where the gateway is.</summary>
    public Uri Address => address;

    /// <summary>Reads something.</summary>
    public async Task<T> Get<T>(string path, CancellationToken cancellation)
    {
        using var response = await Ask(new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        return await Read<T>(response, cancellation);
    }

    /// <summary>Reads a text of another media type.</summary>
    public async Task<string> GetText(string path, CancellationToken cancellation)
    {
        using var response = await Ask(new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        return await response.Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>Reads all rows of a paged list, page after page.</summary>
    public async IAsyncEnumerable<T> Rows<T>(
        string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=500";
        var next = start;
        while (true)
        {
            var page = await Get<RowPage<T>>(next, cancellation);
            foreach (var row in page.Items)
                yield return row;
            if (page.NextCursor is not { } cursor)
                yield break;
            next = start + "&cursor=" + Uri.EscapeDataString(cursor);
        }
    }

    /// <summary>Changes something with a JSON body, or with none.</summary>
    public async Task<T> Send<T>(
        HttpMethod method, string path, object? body, Ask ask, CancellationToken cancellation)
    {
        var content = body is null ? null : JsonContent.Create(body, body.GetType(), options: WireJson.OneLine);
        using var response = await Ask(Changing(method, path, content, ask), cancellation);
        return await Read<T>(response, cancellation);
    }

    /// <summary>Changes something with a file as body.</summary>
    public async Task<T> Upload<T>(string path, Stream file, Ask ask, CancellationToken cancellation)
    {
        var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await Ask(Changing(HttpMethod.Post, path, content, ask), cancellation);
        return await Read<T>(response, cancellation);
    }

    /// <summary>The data of server-sent events, one after the other.</summary>
    public async IAsyncEnumerable<T> Events<T>(
        string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var response = await Ask(new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                yield return JsonSerializer.Deserialize<T>(line.AsSpan("data: ".Length), WireJson.OneLine)!;
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient Create(Uri address, string? key)
    {
        var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromHours(2) };
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    private static HttpRequestMessage Changing(HttpMethod method, string path, HttpContent? content, Ask ask)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Idempotency-Key", ask.Key);
        if (ask.Reason is { } reason)
            request.Headers.Add("Reason", Uri.EscapeDataString(reason));
        if (ask.IsNew)
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        if (ask.Version is { } version)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(FormattableString.Invariant($"\"{version}\"")));
        return request;
    }

    private async Task<HttpResponseMessage> Ask(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            HttpResponseMessage response;
            try
            {
                response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            }
            catch (HttpRequestException fault)
            {
                throw new UnreachableException(address, fault);
            }
            if (!response.IsSuccessStatusCode)
                using (response)
                    throw await ProblemOf(response, cancellation);
            return response;
        }
    }

    private static async Task<T> Read<T>(HttpResponseMessage response, CancellationToken cancellation) =>
        response.StatusCode == HttpStatusCode.NoContent
            ? default!
            : await response.Content.ReadFromJsonAsync<T>(WireJson.OneLine, cancellation)
                ?? throw new JsonException("The gateway answered without a body.");

    private static async Task<Exception> ProblemOf(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<ProblemBody>(WireJson.OneLine, cancellation);
            return new RefusedException(status, problem ?? Bare(response));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return new RefusedException(status, Bare(response));
        }
    }

    private static ProblemBody Bare(HttpResponseMessage response) =>
        new(null, response.ReasonPhrase, null, null, null);
}
