using System.Net;
using System.Security.Authentication;
using BillingActors.Gateway.Problems;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Http;

/// <summary>
/// What requests come over: TLS 1.2 or newer, and plain http from this machine alone unless something in front ends
/// TLS.
/// </summary>
internal static class Transport
{
    /// <summary>The versions of TLS that are spoken.</summary>
    public const SslProtocols Versions = SslProtocols.Tls12 | SslProtocols.Tls13;

    private const int UsualPort = 443;

    /// <summary>Speaks no other version, and refuses to start where the configuration asks for one.</summary>
    public static IServiceCollection AddTransport(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = Versions);
        });
        return services.AddHostedService<TransportGuard>();
    }

    /// <summary>Answers plain http from other machines with the way to https, or with a refusal.</summary>
    public static void UseTransport(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.PlainHttp == GatewayOptions.Anywhere)
            return;
        app.Use((http, next) => IsSafe(http) ? next(http) : Turn(http));
    }

    /// <summary>
    /// What comes from this process has no address. States are nobody's secret, and probes ask for them.
    /// </summary>
    private static bool IsSafe(HttpContext http) =>
        http.Request.IsHttps
        || http.Connection.LocalIpAddress is not { } here
        || IPAddress.IsLoopback(here)
        || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    // A call has sent its credential already: leading it on would only hide that. Who types an address has not.
    private static Task Turn(HttpContext http)
    {
        var isCall = http.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
        if (isCall || PortOf(http) is not { } port)
            return Refused.With(ProblemCode.HttpsNeeded, "Plain http is answered on this machine only.")
                .ExecuteAsync(http);
        var host = port == UsualPort ? new HostString(http.Request.Host.Host) : new(http.Request.Host.Host, port);
        var (path, query) = (http.Request.PathBase + http.Request.Path, http.Request.QueryString);
        http.Response.Redirect($"https://{host}{path}{query}", permanent: true, preserveMethod: true);
        return Task.CompletedTask;
    }

    private static int? PortOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
            .Select(BindingAddress.Parse)
            .FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttps)?.Port;
}
