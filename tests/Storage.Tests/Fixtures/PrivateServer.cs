using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>
/// A PostgreSQL of its own on a free port of the loopback, which speaks TLS with a certificate for localhost. The
/// server refuses root, so root runs it as the user postgres, as the scripts of the tests do.
/// </summary>
public sealed class PrivateServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("billing-tls-").FullName;
    private readonly string _binaries = Directory.GetDirectories("/usr/lib/postgresql").Order().Last() + "/bin/";

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    /// <summary>The certificate of the authority that made the server's.</summary>
    public string Authority => Path.Combine(_folder, "authority.pem");

    /// <summary>The certificate of another authority.</summary>
    public string Stranger => Path.Combine(_folder, "stranger.pem");

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        await Run("chown", "postgres", _folder);
        await AsPostgres(_binaries + "initdb", "--pgdata=" + Data, "--username=billing", "--auth=trust", "--no-sync");
        WriteCertificates();
        await Run("chown", "postgres", Path.Combine(Data, "server.crt"), Path.Combine(Data, "server.key"));
        Port = FreePort();
        await AsPostgres(
            _binaries + "pg_ctl", "--pgdata=" + Data, "--wait", "--log=" + Path.Combine(_folder, "log"),
            $"--options=-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c ssl=on",
            "start");
    }

    public async ValueTask DisposeAsync()
    {
        await AsPostgres(_binaries + "pg_ctl", "--pgdata=" + Data, "--mode=immediate", "--wait", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private void WriteCertificates()
    {
        using var key = RSA.Create(2048);
        using var authority = MadeBy(key, "CN=authority", null);
        File.WriteAllText(Authority, authority.ExportCertificatePem());
        using (var otherKey = RSA.Create(2048))
        using (var other = MadeBy(otherKey, "CN=authority", null))
            File.WriteAllText(Stranger, other.ExportCertificatePem());
        using var serverKey = RSA.Create(2048);
        using var server = MadeBy(serverKey, "CN=server", authority);
        File.WriteAllText(Path.Combine(Data, "server.crt"), server.ExportCertificatePem());
        var secret = Path.Combine(Data, "server.key");
        File.WriteAllText(secret, serverKey.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows()) // The server refuses a key that others may read.
            File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static X509Certificate2 MadeBy(RSA key, string name, X509Certificate2? authority)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority is null, false, 0, true));
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (authority is null)
            return request.CreateSelfSigned(from, until);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.Create(authority, from.AddHours(1), until.AddHours(-1), RandomNumberGenerator.GetBytes(8));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task AsPostgres(params string[] arguments) => Environment.IsPrivilegedProcess
        ? Run("runuser", ["-u", "postgres", "--", .. arguments])
        : Run(arguments[0], arguments[1..]);

    // Its output is not read: the server keeps what it was started with, and nobody would end the waiting.
    private static async Task Run(string program, params string[] arguments)
    {
        if (program == "chown" && !Environment.IsPrivilegedProcess)
            return;
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments])
        {
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
