namespace BillingActors.Storage.Deliveries;

/// <summary>A document that somebody asked to be sent, and what became of it.</summary>
/// <param name="DeliveryId">Its id; it belongs to the request.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="InvoiceId">The invoice or credit memo.</param>
/// <param name="Number">Its number.</param>
/// <param name="Channel">How it goes: "email".</param>
/// <param name="Recipient">"customer": to an address of the customer; "other": to one that somebody typed.</param>
/// <param name="Address">Where to; null where the customer was erased, or for who may not see contacts.</param>
/// <param name="MessageId">What its message is known by: the same at each attempt.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="AskedBy">By whom.</param>
/// <param name="Reason">Why; never null for an address that is not the customer's.</param>
/// <param name="State">"queued", "failed" (it is tried again), "sent" or "given-up".</param>
/// <param name="AttemptCount">How often it was tried.</param>
/// <param name="NextAt">When it is tried next; null where it is done.</param>
/// <param name="LastAt">When the last attempt ended.</param>
/// <param name="LastStatus">What the mail server answered, such as 250 or 550; null where it did not.</param>
/// <param name="LastOutcome">What became of the last attempt; never what the server wrote: it may name people.</param>
public sealed record DocumentDelivery(
    string DeliveryId,
    string EntityId,
    string AccountId,
    string CustomerId,
    string InvoiceId,
    string Number,
    string Channel,
    string Recipient,
    string? Address,
    string MessageId,
    DateTimeOffset AskedAt,
    string AskedBy,
    string? Reason,
    string State,
    int AttemptCount = 0,
    DateTimeOffset? NextAt = null,
    DateTimeOffset? LastAt = null,
    int? LastStatus = null,
    string? LastOutcome = null)
{
    /// <summary>The one channel there is.</summary>
    public const string Email = "email";

    /// <summary>To an address of the customer.</summary>
    public const string ToCustomer = "customer";

    /// <summary>To an address that somebody typed, with a reason.</summary>
    public const string ToOther = "other";

    /// <summary>It waits for its first attempt, or is under way.</summary>
    public const string Queued = "queued";

    /// <summary>The last attempt failed, and it is tried again.</summary>
    public const string Failed = "failed";

    /// <summary>Whoever takes mail for us has it.</summary>
    public const string Sent = "sent";

    /// <summary>It is not tried again.</summary>
    public const string GivenUp = "given-up";
}
