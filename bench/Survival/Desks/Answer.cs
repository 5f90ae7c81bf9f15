using System.Net;

namespace BillingActors.Survival.Desks;

/// <summary>What a door said; without a status it said nothing, and nobody knows what became of the call.</summary>
/// <param name="Status">Status of HTTP, or null.</param>
/// <param name="Body">The body, or why there is none.</param>
internal sealed record Answer(HttpStatusCode? Status, string Body)
{
    /// <summary>Whether it was done, and that is durable.</summary>
    public bool IsDone => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>Whether the same call may be sent again: nothing is known, or the door asks for patience.</summary>
    public bool IsPassing => Status is not { } status || (int)status >= 500
        || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
        || (status is HttpStatusCode.Conflict && Body.Contains("in-progress", StringComparison.Ordinal));
}
