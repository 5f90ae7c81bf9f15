using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>Every "no" of the approvals.</summary>
public static class ApprovalRefusals
{
    /// <summary>Nothing waits under this id.</summary>
    public static Refusal RequestUnknown { get; } = new("request-unknown", "No such request waits for approval.");

    /// <summary>Something else waits under this id.</summary>
    public static Refusal RequestExists { get; } =
        new("request-exists", "A request of this id waits with another content.");

    /// <summary>Nobody approves what he asked for.</summary>
    public static Refusal SecondPersonNeeded { get; } =
        new("second-person-needed", "Another person than the one who asked must decide.");

    /// <summary>Nobody said that the person may decide in another one's place.</summary>
    public static Refusal DelegationUnknown { get; } = new(
        "delegation-unknown", "The legal entity has no delegation of this person to the caller that holds today.");

    /// <summary>It waited too long.</summary>
    public static Refusal RequestExpired { get; } =
        new("request-expired", "The request was not decided in time; it must be made again.");

    /// <summary>The person may not move so much.</summary>
    public static Refusal LimitExceeded(Money limit) =>
        new("limit-exceeded", $"The limit is {limit} a customer and day; somebody with a higher one must decide.");

    /// <summary>Only the one who asked takes a request back, or puts documents to it.</summary>
    public static Refusal NotTheMaker { get; } = new(
        "not-the-maker", "Only the person who asked can withdraw the request or add documents; others decide on it.");

    /// <summary>The request has as many documents as it may have.</summary>
    public static Refusal TooManyDocuments { get; } = new(
        "too-many-request-documents", $"A request has at most {RequestFiling.DocumentCountMax} documents.");
}
