namespace BillingActors.Gateway.Cluster;

/// <summary>
/// Goes on looking for the cluster until there is one: no silo yet, no table of members yet, no database yet.
/// </summary>
internal sealed partial class PatientConnection(TimeProvider clock, ILogger<PatientConnection> log)
    : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        LogNoCluster(log, exception.Message);
        await Task.Delay(Pause, clock, cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "The cluster cannot be reached yet: {Reason}")]
    private static partial void LogNoCluster(ILogger logger, string reason);
}
