using System.Diagnostics;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Cli.Demo;

/// <summary>The service desk beside the run: looks balances up all the time and notes how long each took.</summary>
internal sealed class LookUps
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);
    private readonly List<double> _milliseconds = [];

    /// <summary>Does the work while the desk looks up one account after the other.</summary>
    public async Task<T> Beside<T>(
        GatewayClient gateway, Func<int, string> accountKey, Func<Task<T>> work, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var desk = Ask(gateway, accountKey, end.Token);
        try
        {
            return await work();
        }
        finally
        {
            await end.CancelAsync();
            await desk;
        }
    }

    /// <summary>Count, median and 99th percentile.</summary>
    public string Describe()
    {
        if (_milliseconds.Count == 0)
            return "no look-ups";
        var sorted = _milliseconds.Order().ToList();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{sorted.Count:N0} balance look-ups during the runs: "
            + $"p50 {At(sorted, 0.5):N1} ms, p99 {At(sorted, 0.99):N1} ms");
    }

    private static double At(List<double> sorted, double part) =>
        sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];

    private async Task Ask(GatewayClient gateway, Func<int, string> accountKey, CancellationToken cancellation)
    {
        try
        {
            for (var i = 0; ; i = unchecked(i + 7919) & int.MaxValue)
            {
                var started = Stopwatch.GetTimestamp();
                await gateway.Get<BalanceView>(Paths.Account(accountKey(i), "/balance"), cancellation);
                _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                await Task.Delay(Between, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The work is done; so is the desk.
        }
    }
}
