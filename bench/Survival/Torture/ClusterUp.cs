using System.Globalization;
using BillingActors.Survival.Checks;
using BillingActors.Survival.Clusters;

namespace BillingActors.Survival.Torture;

/// <summary>Starts a cluster for a person, and keeps it until the person has enough of it.</summary>
public static class ClusterUp
{
    /// <summary>Starts it, says where everything is, and ends with the token.</summary>
    public static async Task Run(int siloCount, string? folder, TextWriter output, CancellationToken cancellation)
    {
        var settings = new ClusterSettings { SiloCount = siloCount, SiloCountMax = siloCount, Folder = folder };
        await using var cluster = await SurvivalCluster.Start(settings, cancellation);
        await using var books = new OfflineBooks(cluster.Connection(), cluster.MasterKey);
        await output.WriteLineAsync($"export BILLING_URL={cluster.Gateway.Address}");
        await output.WriteLineAsync($"export BILLING_KEY={await books.MakeKey("sam", cancellation)}");
        await output.WriteLineAsync("export Billing__Storage__Provider=postgres");
        await output.WriteLineAsync($"export Billing__Storage__ConnectionString='{cluster.Connection()}'");
        await output.WriteLineAsync($"export Billing__Privacy__MasterKey={cluster.MasterKey}");
        foreach (var member in cluster.WantedSilos.Append(cluster.Gateway))
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"# {member.Name}: process {member.ProcessId}, {member.Address}"));
        }
        await output.WriteLineAsync($"# logs and books: {cluster.Folder}; end with Ctrl+C");
        await output.FlushAsync(cancellation);
        await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
