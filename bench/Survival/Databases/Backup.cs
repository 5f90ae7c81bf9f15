using System.Globalization;
using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Databases;

/// <summary>
/// A copy of a running server and the archive of its log: with both one can go back to any moment after the copy.
/// </summary>
internal sealed class Backup(PrivatePostgres origin, string folder)
{
    private static readonly TimeSpan ArchiveLongest = TimeSpan.FromSeconds(60);

    private string Data => Path.Combine(folder, "data");

    /// <summary>Copies the server while it works.</summary>
    public async Task Take(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await PostgresPrograms.Own(folder, cancellation);
        var from = origin.At("postgres");
        var (program, arguments) = PostgresPrograms.Of(
            "pg_basebackup",
            "--pgdata=" + Data,
            "--checkpoint=fast",
            "--wal-method=stream",
            string.Create(CultureInfo.InvariantCulture,
                $"--dbname=host=127.0.0.1 port={from.Port} user={from.Username} password={from.Password}"));
        await Command.Run(program, arguments, cancellation);
    }

    /// <summary>The moment that it is for the server, as its log counts.</summary>
    public async Task<string> Moment(CancellationToken cancellation) =>
        (string)(await origin.Run("select clock_timestamp()::text", "postgres", cancellation))!;

    /// <summary>Waits until everything that was written by now is in the archive.</summary>
    public async Task Archived(CancellationToken cancellation)
    {
        var last = (string)(await origin.Run(
            "select pg_walfile_name(pg_switch_wal())", "postgres", cancellation))!;
        var copy = Path.Combine(origin.Archive, last);
        await Wait.Until(
            $"{last} is archived", ArchiveLongest, () => Task.FromResult(File.Exists(copy)), cancellation);
    }

    /// <summary>Starts a second server on the copy as it was at a moment.</summary>
    public async Task<PrivatePostgres> RestoreTo(string moment, CancellationToken cancellation)
    {
        var settings = $"""
            archive_mode = off
            restore_command = 'cp "{origin.Archive}/%f" "%p"'
            recovery_target_time = '{moment}'
            recovery_target_action = 'promote'

            """;
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.auto.conf"), settings, cancellation);
        await File.WriteAllTextAsync(Path.Combine(Data, "recovery.signal"), "", cancellation);
        return await PrivatePostgres.Open(origin, folder, cancellation);
    }
}
