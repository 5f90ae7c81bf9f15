using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BillingActors.Gateway.Tests;

/// <summary>
/// A gateway that runs until the tests end, one for each set of settings. Every request says what is behind it, so that
/// tests share the program and nothing else; what the program remembers of a caller goes by the caller's own key.
/// </summary>
internal sealed class RunningGateway
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<RunningGateway>>> Running =
        new(StringComparer.Ordinal);
    private static readonly AsyncLocal<GatewayHost.Parts?> Current = new();

    private readonly WebApplication _app;

    private RunningGateway(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public static Task<RunningGateway> Of(string environment, (string Key, string Value)[] settings)
    {
        var name = string.Join('\n', settings.Select(setting => $"{setting.Key}={setting.Value}").Prepend(environment));
        return Running.GetOrAdd(name, _ => new Lazy<Task<RunningGateway>>(() => Start(environment, settings))).Value;
    }

    /// <summary>A client whose requests meet <paramref name="parts"/>.</summary>
    public HttpClient Client(GatewayHost.Parts parts)
    {
        var server = _app.GetTestServer();
        return new HttpClient(server.CreateHandler(context =>
        {
            context.Items[typeof(GatewayHost.Parts)] = parts;
            context.Connection.RemoteIpAddress = parts.Address;
        }))
        {
            BaseAddress = server.BaseAddress,
        };
    }

    private static async Task<RunningGateway> Start(string environment, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));
        var atStart = new GatewayHost.Parts();
        GatewayHost.Parts.AddTo(builder.Services, () => Current.Value ?? atStart);
        builder.Services.AddGateway(builder.Configuration);
        var app = builder.Build();
        app.Use(static (context, next) =>
        {
            Current.Value = (GatewayHost.Parts?)context.Items[typeof(GatewayHost.Parts)];
            return next(context);
        });
        app.MapGateway();
        await app.StartAsync(CancellationToken.None);
        return new RunningGateway(app);
    }
}
