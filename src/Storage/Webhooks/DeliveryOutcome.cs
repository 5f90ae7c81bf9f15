namespace BillingActors.Storage.Webhooks;

/// <summary>How an attempt ended.</summary>
/// <param name="State">What the delivery is now: delivered, failed, or waiting for the next attempt.</param>
/// <param name="Word">What became of the attempt, as the log and the metric say it.</param>
/// <param name="At">When it ended.</param>
public sealed record DeliveryOutcome(string State, string Word, DateTimeOffset At)
{
    /// <summary>The HTTP status; null where the receiver did not answer.</summary>
    public int? Status { get; init; }

    /// <summary>How long it took.</summary>
    public int Milliseconds { get; init; }

    /// <summary>When it is tried again; null unless it waits.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Why the endpoint is not called any more: "gone" or "failing"; null: it is.</summary>
    public string? Disables { get; init; }
}
