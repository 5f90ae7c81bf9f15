using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BillingActors.Gateway.Console;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BillingActors.Gateway.Tests;

/// <summary>
/// A gateway as an operator runs it: on a port of https, with a certificate that was made for it here, and beside it on
/// one of plain http that other machines could reach.
/// </summary>
public sealed class SecureDoor : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-door-");
    private WebApplication? _app;
    private string _thumbprint = "";

    /// <summary>The https address, on the loopback.</summary>
    public Uri Https => Listening(Uri.UriSchemeHttps);

    /// <summary>The plain address, which is none of the loopback.</summary>
    public Uri Http => Listening(Uri.UriSchemeHttp);

    public async ValueTask InitializeAsync()
    {
        var (certificate, key) = MakeCertificate();
        _app = Build(
            ("Kestrel:Endpoints:Door:Url", "https://127.0.0.1:0"),
            ("Kestrel:Endpoints:Door:Certificate:Path", certificate),
            ("Kestrel:Endpoints:Door:Certificate:KeyPath", key),
            ("Kestrel:Endpoints:Plain:Url", $"http://{OwnAddress()}:0"),
            ($"{ConsoleOptions.Section}:Authority", "https://issuer.example"),
            ($"{ConsoleOptions.Section}:ClientId", "console"));
        await _app.StartAsync(Tests.Http.Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A gateway on Kestrel that nothing else configures.</summary>
    public static WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));
        var parts = new GatewayHost.Parts();
        GatewayHost.Parts.AddTo(builder.Services, () => parts);
        builder.Services.AddGateway(builder.Configuration);
        var app = builder.Build();
        app.MapGateway();
        return app;
    }

    /// <summary>A client that follows no redirect and believes this certificate and no other.</summary>
    public HttpClient Client(Uri address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => IsOurs(shown) },
    })
    { BaseAddress = address };

    /// <summary>Whether a certificate is the one of the configuration.</summary>
    public bool IsOurs(X509Certificate? shown) =>
        string.Equals(shown?.GetCertHashString(), _thumbprint, StringComparison.OrdinalIgnoreCase);

    private Uri Listening(string scheme) =>
        _app!.Urls.Select(url => new Uri(url)).Single(url => url.Scheme == scheme);

    private static IPAddress OwnAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .First(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));

    private (string Certificate, string Key) MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=billing", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _thumbprint = certificate.GetCertHashString();
        return (Write("gateway.pem", certificate.ExportCertificatePem()),
            Write("gateway.key", key.ExportPkcs8PrivateKeyPem()));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
