namespace BillingActors.Storage.Webhooks;

/// <summary>How programs outside are called; section <c>Billing:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Webhooks";

    /// <summary>Whether this program sends; others over the same database may.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>How often is looked for what is due, in milliseconds, 50 to 60,000.</summary>
    public int PollMilliseconds { get; set; } = 1_000;

    /// <summary>How long a receiver may take, in seconds, 1 to 30.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Calls to one endpoint at the same time, 1 to 64; one that fails gets one.</summary>
    public int ConcurrencyMax { get; set; } = 8;

    /// <summary>Days of failure after which an endpoint is not called any more, 1 to 30.</summary>
    public int DisableDays { get; set; } = 5;

    /// <summary>Days for which the log keeps what is done, 1 to 366.</summary>
    public int LogDays { get; set; } = 30;

    /// <summary>
    /// Divides the pauses between attempts, 1 to 100,000: for trying it out, in the environment Development only.
    /// </summary>
    public int Haste { get; set; } = 1;

    /// <summary>
    /// Whether plain http to the own machine is allowed, at any port: for trying it out, in the environment Development
    /// only.
    /// </summary>
    public bool LoopbackHttp { get; set; }

    /// <summary>Whether all numbers are within their limits.</summary>
    public bool AreUsable =>
        PollMilliseconds is >= 50 and <= 60_000 && TimeoutSeconds is >= 1 and <= 30
        && ConcurrencyMax is >= 1 and <= 64 && DisableDays is >= 1 and <= 30 && LogDays is >= 1 and <= 366
        && Haste is >= 1 and <= 100_000;

    /// <summary>Whether it may only be so in the environment Development.</summary>
    public bool AreForTrials => LoopbackHttp || Haste > 1;
}
