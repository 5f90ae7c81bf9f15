using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>Every "no" of the credits.</summary>
public static class CreditRefusals
{
    /// <summary>There is no such open item.</summary>
    public static Refusal ItemUnknown { get; } = new("item-unknown", "The account has no such open item.");

    /// <summary>A credit is nothing to lower or to give up.</summary>
    public static Refusal ItemIsCredit { get; } =
        new("item-is-credit", "The item is a credit; only what is owed can be lowered or written off.");

    /// <summary>A deposit is no income to give up.</summary>
    public static Refusal ItemIsDeposit { get; } = new(
        "item-is-deposit", "The item is a deposit; it is reduced or cancelled, not adjusted, written off or moved.");

    /// <summary>More than what is open.</summary>
    public static Refusal AmountAboveOpen(Money open) =>
        new("amount-above-open", $"No more than {open} is open.");

    /// <summary>An amount of nothing or less.</summary>
    public static Refusal AmountNotPositive { get; } =
        new("amount-not-positive", "The amount must be more than nothing.");

    /// <summary>The word is no kind there is.</summary>
    public static Refusal KindUnknown { get; } = new(
        "kind-unknown",
        "Adjustments are goodwill, write-offs small-balance or bad-debt; fees and interest are waived.");

    /// <summary>The id was used for something else.</summary>
    public static Refusal CreditExists { get; } =
        new("credit-exists", "A credit of this id exists with another content.");

    /// <summary>Nothing or the same thing twice is to be written off.</summary>
    public static Refusal ItemsInvalid { get; } =
        new("items-invalid", "A write-off names 1 to 100 items, none of them twice.");

    /// <summary>There is no such write-off.</summary>
    public static Refusal WriteOffUnknown { get; } = new("write-off-unknown", "The account has no such write-off.");
}
