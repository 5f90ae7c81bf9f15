namespace BillingActors.Storage.Deliveries;

/// <summary>What became of an attempt to send a document.</summary>
/// <param name="State">How it stands now.</param>
/// <param name="Word">What happened.</param>
/// <param name="At">When.</param>
public sealed record DocumentOutcome(string State, string Word, DateTimeOffset At)
{
    /// <summary>What the mail server answered.</summary>
    public int? Status { get; init; }

    /// <summary>When it is tried again; null where it is done.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
