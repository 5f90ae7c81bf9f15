namespace BillingActors.Gateway.Http;

/// <summary>Headers of calls that change something.</summary>
internal static class CommandHeader
{
    /// <summary>Makes the call safe to repeat.</summary>
    public const string Key = "Idempotency-Key";

    /// <summary>Why; percent-encoded where it is not ASCII.</summary>
    public const string Reason = "Reason";

    /// <summary>"true" on the answer to a call that had its effect before.</summary>
    public const string Replay = "Idempotent-Replay";
}
