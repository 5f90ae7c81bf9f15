using System.Net.Http.Headers;
using System.Text.Json;

namespace BillingActors.Survival.Desks;

/// <summary>One person at a door: calls, and calls again with the same key while nothing is known.</summary>
internal sealed class Caller : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(150);

    private readonly HttpClient _http;

    /// <summary>A person with an API key at a door. After so long without an answer, the call is given up.</summary>
    public Caller(Uri address, string key, TimeSpan patience)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = patience };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Reads once.</summary>
    public Task<Answer> Get(string path, CancellationToken cancellation) =>
        Send(() => new HttpRequestMessage(HttpMethod.Get, path), cancellation);

    /// <summary>Changes something, once.</summary>
    public Task<Answer> Change(Order order, CancellationToken cancellation) => Send(order.ToRequest, cancellation);

    /// <summary>Changes something, again and again until it is known to be done; a refusal is thrown.</summary>
    public async Task<Answer> Insist(Order order, CancellationToken cancellation)
    {
        while (true)
        {
            var answer = await Change(order, cancellation);
            if (answer.IsDone)
                return answer;
            if (!answer.IsPassing)
                throw new RefusedException($"{order.Path} with {order.Key}: {answer.Status} {answer.Body}");
            await Task.Delay(Between, cancellation);
        }
    }

    /// <summary>Reads, again and again until there is an answer that will do.</summary>
    public async Task<T> Until<T>(string path, Predicate<T> holds, CancellationToken cancellation)
    {
        while (true)
        {
            var answer = await Get(path, cancellation);
            if (answer.IsDone && JsonSerializer.Deserialize<T>(answer.Body, WireJson.Options) is { } read
                && holds(read))
                return read;
            if (!answer.IsDone && !answer.IsPassing)
                throw new RefusedException($"{path}: {answer.Status} {answer.Body}");
            await Task.Delay(Between, cancellation);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> Send(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        using var request = make();
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException
            && !cancellation.IsCancellationRequested)
        {
            return new Answer(null, fault.Message);
        }
    }
}
