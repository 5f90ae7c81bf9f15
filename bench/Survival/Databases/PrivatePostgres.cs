using System.Globalization;
using BillingActors.Survival.Processes;
using Npgsql;

namespace BillingActors.Survival.Databases;

/// <summary>
/// A PostgreSQL server of its own on the loopback, with full durability, that may be killed, filled up and started
/// again. Its log is archived, so that one can go back to any second.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Settings = """
        listen_addresses = '127.0.0.1'
        max_connections = 120
        shared_buffers = 64MB
        min_wal_size = 32MB
        max_wal_size = 192MB
        archive_mode = on

        """;

    private const string MeasuredSettings = """
        listen_addresses = '127.0.0.1'
        max_connections = 120
        shared_buffers = 512MB
        max_wal_size = 4GB

        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly int _port;
    private readonly string _password;
    private LoggedProcess? _process;

    private PrivatePostgres(string folder, string password) =>
        (_folder, _port, _password) = (folder, FreePort.Take(), password);

    /// <summary>The file system of tables and indexes, where it can be filled.</summary>
    public Volume? DataVolume { get; private set; }

    /// <summary>The file system of the write-ahead log, where it can be filled.</summary>
    public Volume? LogVolume { get; private set; }

    /// <summary>The port it listens on.</summary>
    public int Port => _port;

    /// <summary>Folder of its tables.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>Where finished parts of its log are copied.</summary>
    public string Archive => Path.Combine(_folder, "archive");

    /// <summary>
    /// Makes a new server in a folder and starts it. One that is measured lies on the disk, archives nothing and has
    /// the memory that a server has.
    /// </summary>
    public static async Task<PrivatePostgres> Create(
        string folder, bool isMeasured, CancellationToken cancellation)
    {
        var server = new PrivatePostgres(folder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(server.Archive);
        if (!isMeasured)
        {
            server.DataVolume = await Volume.Mount(server.Data, cancellation);
            server.LogVolume = await Volume.Mount(Path.Combine(folder, "log"), cancellation);
        }
        await server.Initialize(
            isMeasured ? MeasuredSettings : Settings + $"archive_command = 'cp %p \"{server.Archive}/%f\"'\n",
            cancellation);
        await server.Start(cancellation);
        return server;
    }

    /// <summary>A server on a folder with the tables of another one, whose people it knows; started.</summary>
    public static async Task<PrivatePostgres> Open(
        PrivatePostgres origin, string folder, CancellationToken cancellation)
    {
        var server = new PrivatePostgres(folder, origin._password);
        await PostgresPrograms.Own(folder, cancellation);
        await server.Start(cancellation);
        return server;
    }

    /// <summary>
    /// How to reach a database of it, as its administrator, through a port. Connections are not kept: the server may
    /// have been killed in between.
    /// </summary>
    public NpgsqlConnectionStringBuilder At(string database, int? port = null) => new()
    {
        Host = "127.0.0.1",
        Port = port ?? _port,
        Username = "billing",
        Password = _password,
        Database = database,
        IncludeErrorDetail = true,
        Pooling = false,
    };

    /// <summary>Starts it where it does not run, and waits until it takes calls and may be written to.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        var port = _port.ToString(CultureInfo.InvariantCulture);
        await Wait.Until("PostgreSQL takes calls", Patience, async () =>
        {
            if (_process is not { HasEnded: false })
            {
                if (_process is not null)
                    await _process.DisposeAsync();
                _process = LoggedProcess.Start(
                    PostgresPrograms.Of("postgres", "-D", Data, "-p", port, "-k", _folder),
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = "C.UTF-8" },
                    Path.Combine(_folder, "server.log"));
            }
            return await Answers(cancellation);
        }, cancellation);
    }

    /// <summary>Kills every process of it at once, as a lost machine would.</summary>
    public async Task Kill()
    {
        if (PostmasterId() is { } postmaster)
            await Signal.Kill.Send([postmaster, .. ProcessTree.ChildrenOf(postmaster)]);
        if (_process is { } process)
            await process.End(CancellationToken.None).WaitAsync(Patience);
    }

    /// <summary>Stops it in good order.</summary>
    public async Task Stop()
    {
        if (PostmasterId() is { } postmaster && _process is { HasEnded: false } process)
        {
            await Signal.Interrupt.Send(postmaster);
            await process.End(CancellationToken.None).WaitAsync(Patience);
        }
    }

    /// <summary>Whether it answers a question just now.</summary>
    public async Task<bool> Answers(CancellationToken cancellation)
    {
        try
        {
            return await Run("select pg_is_in_recovery()", "postgres", cancellation) is false;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Runs SQL in one of its databases, past every pool; answers the first value.</summary>
    public async Task<object?> Run(string sql, string database, CancellationToken cancellation)
    {
        var settings = At(database);
        (settings.Timeout, settings.CommandTimeout) = (3, 30);
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        if (_process is { } process)
            await process.DisposeAsync();
        foreach (var volume in new[] { LogVolume, DataVolume })
            if (volume is not null)
                await volume.DisposeAsync();
    }

    private async Task Initialize(string settings, CancellationToken cancellation)
    {
        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, _password, cancellation);
        await PostgresPrograms.Own(_folder, cancellation);
        List<string> arguments =
        [
            "--pgdata=" + Data, "--username=billing", "--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256",
            "--pwfile=" + password,
        ];
        if (LogVolume is not null)
            arguments.Add("--waldir=" + Path.Combine(_folder, "log"));
        var (program, given) = PostgresPrograms.Of("initdb", arguments);
        await Command.Run(program, given, cancellation);
        File.Delete(password);
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), settings, cancellation);
    }

    private int? PostmasterId()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        return _process is { HasEnded: false } && File.Exists(file)
            && int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var id)
                ? id
                : null;
    }
}
