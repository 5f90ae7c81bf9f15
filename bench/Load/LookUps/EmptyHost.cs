using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BillingActors.Load.LookUps;

/// <summary>
/// The floor of a look-up: the same web server in the same process, with an endpoint that does nothing.
/// </summary>
internal sealed class EmptyHost : IAsyncDisposable
{
    /// <summary>The endpoint.</summary>
    public const string Path = "/empty";

    private readonly WebApplication _app;

    private EmptyHost(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    public static async Task<EmptyHost> Start(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet(Path, static () => Results.Ok());
        await app.StartAsync(cancellation);
        return new EmptyHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
