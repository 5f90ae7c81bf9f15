using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using BillingActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Webhooks;

/// <summary>
/// Calls a program outside, as Standard Webhooks 1.0.0 says: https://www.standardwebhooks.com. It follows nobody
/// anywhere else, brings no cookies, and reads nothing of the answer beyond its head.
/// </summary>
internal sealed class WebhookCaller : IDisposable
{
    private const int HeadKilobytesMax = 16;
    private const int DrainBytesMax = 16_384;

    private readonly HttpClient _client;
    private readonly WebhookOptions _options;

    [ActivatorUtilitiesConstructor]
    public WebhookCaller(IOptions<WebhookOptions> options)
        : this(options, new EgressConnection(options.Value.LoopbackHttp))
    {
    }

    internal WebhookCaller(IOptions<WebhookOptions> options, EgressConnection connection)
    {
        _options = options.Value;
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = connection.Connect,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = HeadKilobytesMax,
            MaxResponseDrainSize = DrainBytesMax,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends a text once; whatever goes wrong out there is an answer, not a fault.</summary>
    public async Task<WebhookAnswer> Call(
        string url, (string MessageId, DateTimeOffset At, byte[] Body, string Signature) message,
        CancellationToken cancellation)
    {
        if (EgressRules.Check(url, _options.LoopbackHttp) is not null)
            return new WebhookAnswer(WebhookAnswer.Blocked);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        using var request = Request(url, message);
        try
        {
            using var response = await _client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return Read(response, message.At);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookAnswer(WebhookAnswer.TimedOut);
        }
        catch (Exception fault) when (fault is EgressRefusedException || fault.InnerException is EgressRefusedException)
        {
            return new WebhookAnswer(WebhookAnswer.Blocked);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
        {
            return new WebhookAnswer(WebhookAnswer.Unreachable);
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Request(
        string url, (string MessageId, DateTimeOffset At, byte[] Body, string Signature) message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("BillingActors-Webhooks", "1.0"));
        request.Headers.Add("webhook-id", message.MessageId);
        request.Headers.Add("webhook-timestamp", FormattableString.Invariant($"{message.At.ToUnixTimeSeconds()}"));
        request.Headers.Add("webhook-signature", message.Signature);
        return request;
    }

    private static WebhookAnswer Read(HttpResponseMessage response, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - now) : null;
        return status switch
        {
            >= 200 and < 300 => new WebhookAnswer(WebhookAnswer.Delivered, status),
            >= 300 and < 400 => new WebhookAnswer(WebhookAnswer.Redirected, status, wait),
            (int)HttpStatusCode.Gone => new WebhookAnswer(WebhookAnswer.Gone, status),
            _ => new WebhookAnswer(WebhookAnswer.Refused, status, wait),
        };
    }
}
