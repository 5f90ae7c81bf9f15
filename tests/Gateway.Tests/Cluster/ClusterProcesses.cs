using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using BillingActors.Gateway.Tests.EndToEnd;
using Npgsql;

namespace BillingActors.Gateway.Tests.Cluster;

/// <summary>
/// The services of docker-compose.yml as processes of this machine, with the environment that is written there: only
/// addresses are the loopback's, and the database is an empty one of the tests' server.
/// </summary>
internal sealed class ClusterProcesses : IAsyncDisposable
{
    private const string ConnectionKey = "Billing__Storage__ConnectionString";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-cluster-");
    private readonly List<ServiceProcess> _started = [];
    private readonly Dictionary<string, int> _ports = new(StringComparer.Ordinal);
    private readonly Composition _composition;

    private ClusterProcesses()
    {
        MasterKeyFile = Path.Combine(_folder.FullName, "master.key");
        File.WriteAllText(MasterKeyFile, RandomKey() + "\n");
        _composition = Composition.Read(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BILLING_POSTGRES_PASSWORD"] = TestServer.At(Database).Password!,
            ["BILLING_CURSOR_KEY"] = RandomKey(),
            ["BILLING_MASTER_KEY_FILE"] = MasterKeyFile,
        });
    }

    /// <summary>Name of the database that all services share.</summary>
    public string Database { get; } = $"billing_cluster_{Guid.NewGuid():N}";

    private string MasterKeyFile { get; }

    /// <summary>An empty database and no process yet.</summary>
    public static async Task<ClusterProcesses> Create()
    {
        var cluster = new ClusterProcesses();
        await TestServer.Create(cluster.Database);
        return cluster;
    }

    /// <summary>
    /// Starts a service and waits until it listens, which a silo does when it has joined. A service that is started
    /// again takes the ports it had, as a container would.
    /// </summary>
    public async Task<ServiceProcess> Start(string service, params (string Key, string Value)[] more)
    {
        var process = Run(service, [], [("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. more]);
        await process.Listening();
        return process;
    }

    /// <summary>Starts them side by side and waits until each is ready.</summary>
    public async Task<ServiceProcess[]> StartReady(IEnumerable<string> services, params (string, string)[] more)
    {
        var processes = await Task.WhenAll(services.Select(service => Start(service, more)));
        await Task.WhenAll(processes.Select(process => process.UntilReady()));
        return processes;
    }

    /// <summary>Runs a verb of the command line to its end, as `docker compose run --rm billing` would.</summary>
    public async Task<(int Code, string Said)> Bill(params string[] verb)
    {
        var process = Run("billing", verb, []);
        return (await process.End(), process.Said);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started)
            await process.DisposeAsync();
        await TestServer.Drop(Database);
        _folder.Delete(recursive: true);
    }

    private ServiceProcess Run(string service, string[] arguments, (string Key, string Value)[] more)
    {
        var environment = _composition.Environment(service)
            .ToDictionary(pair => pair.Key, pair => Local(service, pair.Key, pair.Value), StringComparer.Ordinal);
        foreach (var (key, value) in more)
            environment[key] = value;
        var process = ServiceProcess.Run(_composition.Target(service), arguments, environment);
        _started.Add(process);
        return process;
    }

    /// <summary>What a value becomes where there are no containers: their addresses and mounts are ours.</summary>
    private string Local(string service, string key, string value) => key switch
    {
        ConnectionKey => Connection(service, value),
        "Billing__Silo__AdvertisedAddress" => "127.0.0.1",
        "Billing__Silo__SiloPort" or "Billing__Silo__GatewayPort" => PortOf(service + key),
        "Billing__Privacy__MasterKeyFile" => MasterKeyFile,
        _ => value,
    };

    private string Connection(string service, string value)
    {
        var (written, server) = (new NpgsqlConnectionStringBuilder(value), TestServer.At(Database));
        Assert.Equal(("postgres", "billing"), (written.Host, written.Database));
        (written.Host, written.Port, written.Database) = (server.Host, server.Port, server.Database);
        written.Username = server.Username;
        written.ApplicationName = service; // Says in the database which process wrote.
        return written.ConnectionString;
    }

    private string PortOf(string use)
    {
        if (!_ports.TryGetValue(use, out var port))
            _ports[use] = port = FreePort();
        return port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Below the range that the system gives to outgoing connections, so that nobody takes it meanwhile.
    /// </summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(12_000, 20_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it; there are others.
            }
        }
    }

    private static string RandomKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
