using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>A program outside that takes calls, remembers them, and answers as it is told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<WebhookCall> _calls = new();
    private readonly ConcurrentDictionary<string, Func<WebhookCall, int>> _answers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _came = new(0);
    private readonly Task _work;

    public WebhookReceiver()
    {
        for (var attempt = 0; ; attempt++)
        {
            var port = TestPorts.Free();
            _listener.Prefixes.Add(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
            try
            {
                _listener.Start();
                Address = FormattableString.Invariant($"http://127.0.0.1:{port}");
                break;
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                _listener.Prefixes.Clear(); // Somebody else took it in between.
            }
        }
        _work = Task.Run(Work);
    }

    public string Address { get; }

    /// <summary>The calls of a path, in the order they came.</summary>
    public WebhookCall[] Of(string path) => [.. _calls.Where(call => call.Path == path)];

    /// <summary>What calls of a path are answered; 204 where nothing is said.</summary>
    public void Answer(string path, Func<WebhookCall, int> status) => _answers[path] = status;

    /// <summary>The calls of a path, once there are so many.</summary>
    public async Task<WebhookCall[]> Until(string path, int count)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (Of(path).Length < count)
            await _came.WaitAsync(limit.Token);
        return Of(path);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _work;
        _came.Dispose();
    }

    private async Task Work()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            await Take(context);
        }
    }

    private async Task Take(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers;
        var call = new WebhookCall(
            context.Request.Url!.AbsolutePath, headers["webhook-id"] ?? "", headers["webhook-timestamp"] ?? "",
            headers["webhook-signature"] ?? "", body);
        var status = _answers.TryGetValue(call.Path, out var answer) ? answer(call) : 204;
        _calls.Enqueue(call);
        context.Response.StatusCode = status;
        if (status is >= 300 and < 400)
            context.Response.RedirectLocation = Address + "/elsewhere";
        context.Response.Close();
        _came.Release();
    }
}
