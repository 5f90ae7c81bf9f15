using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>Every "no" of disputes.</summary>
public static class DisputeRefusals
{
    /// <summary>The item is not open.</summary>
    public static Refusal ItemUnknown { get; } = new("item-unknown", "The account has no such open item.");

    /// <summary>There is no such dispute.</summary>
    public static Refusal DisputeUnknown { get; } = new("dispute-unknown", "The account has no such dispute.");

    /// <summary>The dispute exists with another content.</summary>
    public static Refusal DisputeExists { get; } = new("dispute-exists", "The account has this dispute already.");

    /// <summary>The reason is not in the list.</summary>
    public static Refusal ReasonUnknown { get; } =
        new("dispute-reason-unknown", "The reason is not in the list of reasons.");

    /// <summary>The root cause is not in the list.</summary>
    public static Refusal RootCauseUnknown { get; } =
        new("root-cause-unknown", "The root cause is not in the list of root causes.");

    /// <summary>The note is not in the list.</summary>
    public static Refusal NoteUnknown { get; } = new("note-unknown", "The note is not in the list of notes.");

    /// <summary>An amount of nothing or less.</summary>
    public static Refusal AmountNotPositive { get; } = new("amount-not-positive", "The amount must be above zero.");

    /// <summary>More is disputed than is open and not disputed yet.</summary>
    public static Refusal ExceedsItem(long leftMinor) =>
        new("dispute-exceeds-item", $"At most {leftMinor} minor units of the item can be disputed.");

    /// <summary>More is disputed than the line comes to.</summary>
    public static Refusal ExceedsLine(long lineMinor) =>
        new("dispute-exceeds-line", $"The line comes to {lineMinor} minor units.");

    /// <summary>More would be credited than is disputed.</summary>
    public static Refusal CreditExceedsDispute(long amountMinor) =>
        new("credit-exceeds-dispute", $"Only {amountMinor} minor units are disputed.");

    /// <summary>The command does not fit where the dispute stands.</summary>
    public static Refusal WrongStage(DisputeStage stage) =>
        new("dispute-wrong-stage", $"The dispute is {NameOf(stage)}; that cannot be done now.");

    /// <summary>Too many disputes run.</summary>
    public static Refusal TooMany { get; } =
        new("too-many-disputes", $"At most {DisputePolicy.RunningCountMax} disputes of an account run at once.");

    /// <summary>The document is filed as another kind.</summary>
    public static Refusal DocumentExists { get; } =
        new("document-exists", "The dispute has this document already, as another kind.");

    /// <summary>The dispute has as many documents as it may have.</summary>
    public static Refusal TooManyDocuments { get; } =
        new("too-many-documents", $"A dispute has at most {DisputeFiling.DocumentCountMax} documents.");

    /// <summary>The dispute of an account that exists, whether open or closed: what is owed stays owed.</summary>
    internal static Refusal? UnlessKnown(Account account) =>
        account.Status == AccountStatus.None ? Refusals.AccountUnknown : null;

    private static string NameOf(DisputeStage stage) => stage switch
    {
        DisputeStage.InReview => "in review",
        DisputeStage.PartlyUpheld => "partly upheld",
        _ => stage.ToString().ToLowerInvariant(),
    };
}
