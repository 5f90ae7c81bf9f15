using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BillingActors.Gateway.Auth;

/// <summary>Refuses to start with a development issuer outside Development or on an address others can reach.</summary>
internal sealed class DevelopmentGuard(
    DevelopmentIssuer issuer, IServer server, IHostEnvironment environment, IConfiguration configuration)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!issuer.IsOn)
            return Task.CompletedTask;
        if (!environment.IsDevelopment())
            throw new InvalidOperationException(
                $"{AuthOptions.Section}:DevelopmentIssuer is on in environment {environment.EnvironmentName}.");
        var configured = configuration[WebHostDefaults.ServerUrlsKey] ?? "";
        Check(configured.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return Task.CompletedTask;
    }

    /// <summary>Only now every address is known, also those set in code.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (issuer.IsOn)
            Check(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Check(IEnumerable<string> addresses)
    {
        if (addresses.FirstOrDefault(address => !IsLoopback(address)) is { } reachable)
            throw new InvalidOperationException(
                $"{AuthOptions.Section}:DevelopmentIssuer is on, and {reachable} is no loopback address.");
    }

    private static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
