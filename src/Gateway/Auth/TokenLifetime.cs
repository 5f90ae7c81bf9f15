namespace BillingActors.Gateway.Auth;

/// <summary>How long a token of any issuer is believed: between its instants, with 60 s of skew.</summary>
internal static class TokenLifetime
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>Whether it holds now; without an end it never does.</summary>
    public static bool Holds(TimeProvider clock, DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now <= end + Skew && (from is not { } start || now >= start - Skew);
    }
}
