using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Landing;

/// <summary>Hands files in over HTTP, as a metering agent does, and waits until what they have is stored.</summary>
internal sealed class LandingDoor : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);

    private readonly HttpClient _client;

    private LandingDoor(Uri address, string key)
    {
        _client = new HttpClient { BaseAddress = address, Timeout = Patience };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>
    /// Opens the door by a first request: a server builds all its endpoints for it, which takes a second.
    /// </summary>
    public static async Task<LandingDoor> Open(BenchHost host, CancellationToken cancellation)
    {
        var door = new LandingDoor(host.Address, await host.MakeKey(Role.Operator, cancellation));
        using var answer = await door._client.GetAsync(new Uri("/v1/imports", UriKind.Relative), cancellation);
        answer.EnsureSuccessStatusCode();
        return door;
    }

    /// <summary>Hands files in, so many at a time, and answers how their imports ended.</summary>
    public async Task<List<ImportView>> Land(
        byte[][] files, string name, int parallelCount, CancellationToken cancellation)
    {
        var views = new ImportView?[files.Length];
        await InParallel.Do(
            [.. files.Index()],
            parallelCount,
            async file =>
            {
                var fileName = string.Create(CultureInfo.InvariantCulture, $"{name}-{file.Index}");
                views[file.Index] = await HandIn(fileName, file.Item, cancellation);
            },
            cancellation);
        for (var i = 0; i < views.Length; i++)
            views[i] = await WaitUntilDone(views[i]!.ImportId, cancellation);
        return [.. views.OfType<ImportView>()];
    }

    public void Dispose() => _client.Dispose();

    private async Task<ImportView> HandIn(string name, byte[] file, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/v1/imports?format=nem12&fileName={name}.csv")
        {
            Content = new ByteArrayContent(file),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("Idempotency-Key", $"landing-{name}");
        using var response = await _client.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"File {name} was answered with {response.StatusCode}: "
                + await response.Content.ReadAsStringAsync(cancellation));
        }
        return await response.Content.ReadFromJsonAsync<ImportView>(cancellation)
            ?? throw new InvalidOperationException($"File {name} was answered with nothing.");
    }

    private async Task<ImportView> WaitUntilDone(string importId, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var view = await _client.GetFromJsonAsync<ImportView>($"/v1/imports/{importId}", cancellation);
            if (view is { State: "done" })
                return view;
            if (Stopwatch.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"Import {importId} is not done after {Patience}.");
        }
        throw new OperationCanceledException(cancellation);
    }
}
