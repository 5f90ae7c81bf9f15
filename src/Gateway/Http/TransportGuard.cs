namespace BillingActors.Gateway.Http;

/// <summary>
/// Refuses to start with a version of TLS that is broken: an endpoint of the configuration would win over the program.
/// </summary>
internal sealed class TransportGuard(IConfiguration configuration) : IHostedService
{
    private static readonly string[] Known = ["Tls12", "Tls13"];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var kestrel = configuration.GetSection("Kestrel");
        var endpoints = kestrel.GetSection("Endpoints").GetChildren().Append(kestrel.GetSection("EndpointDefaults"));
        foreach (var endpoint in endpoints)
        {
            var names = endpoint.GetSection("Sni").GetChildren().Append(endpoint)
                .SelectMany(place => place.GetSection("SslProtocols").GetChildren());
            if (names.FirstOrDefault(name => !Known.Contains(name.Value, StringComparer.OrdinalIgnoreCase)) is { } old)
                throw new InvalidOperationException($"{old.Path}: only {string.Join(" and ", Known)} are spoken.");
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
