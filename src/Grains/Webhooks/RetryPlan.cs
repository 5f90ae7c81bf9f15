namespace BillingActors.Grains.Webhooks;

/// <summary>
/// When a call that failed is made again: ten attempts over about three days, later each time, and never all at once.
/// </summary>
internal static class RetryPlan
{
    private const double SpreadMax = 0.2;

    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    /// <summary>Attempts of a delivery, with the first.</summary>
    public static int AttemptCountMax => Pauses.Length + 1;

    /// <summary>How long to wait after so many attempts; null: it is given up.</summary>
    /// <param name="attemptCount">Attempts so far.</param>
    /// <param name="asked">What the receiver asked for, which is kept where it is longer; at most a day.</param>
    /// <param name="random">0 to 1: where in the spread it falls.</param>
    public static TimeSpan? After(int attemptCount, TimeSpan? asked, double random)
    {
        if (attemptCount > Pauses.Length)
            return null;
        var pause = Pauses[attemptCount - 1] * (1 + (SpreadMax * random));
        var kept = asked is { } wished && wished > pause ? wished : pause;
        return kept < WaitMax * (1 + SpreadMax) ? kept : WaitMax * (1 + SpreadMax);
    }
}
