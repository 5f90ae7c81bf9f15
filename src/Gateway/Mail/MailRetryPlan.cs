namespace BillingActors.Gateway.Mail;

/// <summary>When a message that failed is tried again: eight attempts over about two days, later each time.</summary>
internal static class MailRetryPlan
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>Attempts of a delivery, with the first.</summary>
    public static int AttemptCountMax => Pauses.Length + 1;

    /// <summary>How long to wait after so many attempts; null: it is given up.</summary>
    public static TimeSpan? After(int attemptCount) =>
        attemptCount > Pauses.Length ? null : Pauses[Math.Max(attemptCount, 1) - 1];
}
