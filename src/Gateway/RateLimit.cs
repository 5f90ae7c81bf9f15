namespace BillingActors.Gateway;

/// <summary>How many calls one caller may make in a window of time.</summary>
public sealed class RateLimit
{
    /// <summary>Calls per window, at least 1.</summary>
    public int PermitCount { get; set; }

    /// <summary>Length of the window in seconds, 1 to 3,600.</summary>
    public int WindowSeconds { get; set; } = 1;

    internal bool IsUsable => PermitCount >= 1 && WindowSeconds is >= 1 and <= 3600;
}
