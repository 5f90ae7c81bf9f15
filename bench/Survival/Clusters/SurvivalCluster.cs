using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using BillingActors.Survival.Databases;
using BillingActors.Survival.Network;
using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Clusters;

/// <summary>
/// Silos and a gateway of the product, each a process of its own on the loopback, over a PostgreSQL of their own. Every
/// connection among them goes over a wire that can be cut.
/// </summary>
internal sealed class SurvivalCluster : IAsyncDisposable
{
    /// <summary>Name of the database.</summary>
    public const string Database = "billing";

    /// <summary>Name of the gateway.</summary>
    public const string GatewayName = "gateway";

    /// <summary>Name of PostgreSQL as an end of wires.</summary>
    public const string PostgresName = "postgres";

    private readonly ClusterSettings _settings;
    private readonly List<IAsyncDisposable> _parts = [];
    private readonly ConcurrentDictionary<string, bool> _upgraded = new(StringComparer.Ordinal);
    private readonly string _masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private SurvivalCluster(ClusterSettings settings, string folder)
    {
        (_settings, Folder) = (settings, folder);
        Clock = new MovedClock(Path.Combine(folder, "clock"));
    }

    /// <summary>Where logs and books are.</summary>
    public string Folder { get; }

    /// <summary>The database server.</summary>
    public PrivatePostgres Postgres { get; private set; } = null!;

    /// <summary>Every silo, also those that do not run.</summary>
    public IReadOnlyList<ClusterProgram> Silos { get; private set; } = [];

    /// <summary>Silos that are meant to run.</summary>
    public IReadOnlyList<ClusterProgram> WantedSilos => [.. Silos.Where(silo => silo.IsWanted)];

    /// <summary>The gateway.</summary>
    public ClusterProgram Gateway { get; private set; } = null!;

    /// <summary>The ways between programs.</summary>
    public Wires Wires { get; } = new();

    /// <summary>The wall clock of the first silo.</summary>
    public MovedClock Clock { get; }

    /// <summary>What the silos have agreed on.</summary>
    public Membership Membership => new(Postgres);

    /// <summary>The key that personal data lies under.</summary>
    public string MasterKey => _masterKey;

    /// <summary>Starts everything and waits until all of it takes calls.</summary>
    public static async Task<SurvivalCluster> Start(ClusterSettings settings, CancellationToken cancellation)
    {
        var folder = settings.Folder ?? Directory.CreateTempSubdirectory("billing-survival-").FullName;
        Directory.CreateDirectory(folder);
        OpenToOthers(folder);
        var cluster = new SurvivalCluster(settings, folder);
        try
        {
            await cluster.StartAll(cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the gateway and every silo that is meant to run take calls.</summary>
    public Task UntilReady(CancellationToken cancellation) =>
        Task.WhenAll(WantedSilos.Append(Gateway).Select(member => member.UntilReady(cancellation)));

    /// <summary>From its next start on, a program is the one of this build.</summary>
    public void Upgrade(ClusterProgram member) => _upgraded[member.Name] = true;

    /// <summary>How to reach the database past every wire.</summary>
    public string Connection() => Postgres.At(Database).ConnectionString;

    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_parts))
            await part.DisposeAsync();
    }

    private async Task StartAll(CancellationToken cancellation)
    {
        var home = Directory.CreateDirectory(Path.Combine(Folder, PostgresName));
        Postgres = Keep(await PrivatePostgres.Create(home.FullName, _settings.IsMeasured, cancellation));
        await Postgres.Run($"create database {Database}", "postgres", cancellation);
        Silos = [.. Enumerable.Range(1, _settings.SiloCountMax).Select(MakeSilo)];
        Gateway = MakeGateway();
        // The first silo brings the database to its schema; the others then only look.
        await Silos[0].Start();
        await Silos[0].UntilReady(cancellation);
        foreach (var member in Silos.Take(_settings.SiloCount).Append(Gateway))
            await member.Start();
        await UntilReady(cancellation);
    }

    private ClusterProgram MakeSilo(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"silo-{number}");
        var (silo, gateway) = (FreePort.Take(), FreePort.Take());
        var environment = Environment(name);
        environment["Billing__Silo__AdvertisedAddress"] = "127.0.0.1";
        environment["Billing__Silo__SiloPort"] = Text(silo);
        environment["Billing__Silo__GatewayPort"] = Text(gateway);
        environment["Billing__Silo__SiloListenPort"] = Text(ListenPort(silo, name));
        environment["Billing__Silo__GatewayListenPort"] = Text(ListenPort(gateway, name));
        if (!_settings.IsMeasured)
            environment["Billing__Grains__RunPageSize"] = "10";
        if (number == 1)
            foreach (var (key, value) in Clock.Variables)
                environment[key] = value;
        return Make(name, ProgramFiles.Silo, environment, silo);
    }

    /// <summary>Where a silo listens when all that comes to it goes over wires.</summary>
    private int ListenPort(int port, string name)
    {
        if (_settings.EarlierPrograms is not null || _settings.IsMeasured)
            return port;
        var target = FreePort.Take();
        Keep(new TcpProxy(port, target, caller => Wires.Between(CallerAt(caller), name)));
        return target;
    }

    private ClusterProgram MakeGateway() => Make(GatewayName, ProgramFiles.Gateway, Environment(GatewayName), 0);

    private ClusterProgram Make(
        string name, Func<string?, string> program, Dictionary<string, string> environment, int memberPort)
    {
        var http = FreePort.Take();
        environment["ASPNETCORE_URLS"] = "http://127.0.0.1:" + Text(http);
        var log = Path.Combine(Folder, name + ".log");
        return Keep(new ClusterProgram(
            name, http, () => LoggedProcess.Start(("dotnet", [program(EarlierFor(name))]), environment, log))
        {
            MemberPort = memberPort,
        });
    }

    private int DatabasePort(string name)
    {
        if (_settings.IsMeasured)
            return Postgres.Port;
        var port = FreePort.Take();
        Keep(new TcpProxy(port, Postgres.Port, _ => Wires.Between(name, PostgresName)));
        return port;
    }

    private string? EarlierFor(string name) => _upgraded.ContainsKey(name) ? null : _settings.EarlierPrograms;

    private Dictionary<string, string> Environment(string name)
    {
        var connection = Postgres.At(Database, DatabasePort(name));
        connection.ApplicationName = name; // Says in the database which process wrote.
        (connection.Pooling, connection.MaxPoolSize) = (true, _settings.PoolCountMax);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Billing__Storage__Provider"] = "postgres",
            ["Billing__Storage__ConnectionString"] = connection.ConnectionString,
            ["Billing__Silo__Clustering"] = "postgres",
            ["Billing__Privacy__MasterKey"] = _masterKey,
            ["Billing__Gateway__CursorKey"] = _masterKey,
            // What each call does is no news here, and there are very many.
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning",
            ["Logging__LogLevel__Polly"] = "Warning",
            // Several programs share few cores here.
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_TieredPGO"] = "0",
        };
    }

    private string CallerAt(int port)
    {
        var members = Silos.Append(Gateway).Where(member => member.ProcessId is not null).ToList();
        var owner = SocketOwner.Find(port, members.Select(member => member.ProcessId!.Value));
        return members.Find(member => member.ProcessId == owner && owner is not null)?.Name ?? "";
    }

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Add(part);
        return part;
    }

    // The database runs as another user than root, and has to find its folder.
    private static void OpenToOthers(string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder)
                | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
