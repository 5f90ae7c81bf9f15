using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Every "no" of an account, in one place; the codes are stable and documented.</summary>
public static class Refusals
{
    /// <summary>How long an id may be.</summary>
    public const int IdLengthMax = 64;

    /// <summary>There is no such account.</summary>
    public static Refusal AccountUnknown { get; } = new("account-unknown", "There is no such account.");

    /// <summary>The account was opened before.</summary>
    public static Refusal AccountExists { get; } = new("account-exists", "The account exists already.");

    /// <summary>The account is closed.</summary>
    public static Refusal AccountClosed { get; } = new("account-closed", "The account is closed.");

    /// <summary>The same command id came before with another content.</summary>
    public static Refusal IdReused { get; } =
        new("id-reused", "This command id was used before with another content.");

    /// <summary>Somebody else changed the account since the caller read it.</summary>
    public static Refusal StaleVersion(long version) =>
        new("stale-version", $"The account is at version {version} now.");

    /// <summary>Money is changed by hand without saying why.</summary>
    public static Refusal ReasonMissing { get; } = new("reason-missing", "A reason is needed.");

    /// <summary>The code is no currency.</summary>
    public static Refusal CurrencyUnknown { get; } =
        new("currency-unknown", "A currency is three capital letters of ISO 4217.");

    /// <summary>Payment terms out of range.</summary>
    public static Refusal TermsInvalid { get; } = new("terms-invalid", "Terms are 0 to 365 days.");

    /// <summary>A text is empty or too long.</summary>
    public static Refusal TextInvalid { get; } = new("text-invalid", "A text has 1 to 200 characters.");

    /// <summary>An id is empty, too long, or has characters that do not belong.</summary>
    public static Refusal IdInvalid { get; } =
        new("id-invalid", "An id has 1 to 64 letters, digits, '-', '_' or '.'.");

    /// <summary>There is no such contract.</summary>
    public static Refusal ContractUnknown { get; } = new("contract-unknown", "The account has no such contract.");

    /// <summary>The contract exists.</summary>
    public static Refusal ContractExists { get; } = new("contract-exists", "The account has this contract already.");

    /// <summary>Another contract of the account holds the service point at that time.</summary>
    public static Refusal ContractOverlap { get; } =
        new("contract-overlap", "Another contract of the account has this service point at that time.");

    /// <summary>Another account has the service point at that time.</summary>
    public static Refusal ServicePointTaken { get; } =
        new("service-point-taken", "A contract of another account has this service point at that time.");

    /// <summary>A contract cannot begin before its account does.</summary>
    public static Refusal BeforeAccountOpened { get; } =
        new("before-account-opened", "The contract begins before the account was opened.");

    /// <summary>The day lies outside what is possible.</summary>
    public static Refusal DateNotAllowed { get; } =
        new("date-not-allowed", "The day lies before the start or after the end of what it belongs to.");

    /// <summary>
    /// The days are billed already; they are corrected by a credit memo, never by changing the contract.
    /// </summary>
    public static Refusal PeriodBilled { get; } = new("period-billed", "These days are billed already.");

    /// <summary>There is no such charge.</summary>
    public static Refusal ChargeUnknown { get; } = new("charge-unknown", "No such charge waits for the next invoice.");

    /// <summary>The charge exists.</summary>
    public static Refusal ChargeExists { get; } =
        new("charge-exists", "This charge waits for the next invoice already.");

    /// <summary>An amount of nothing.</summary>
    public static Refusal AmountZero { get; } = new("amount-zero", "The amount must not be zero.");

    /// <summary>
    /// An amount beyond what a single charge may come to; see <see cref="ChargeEntry.AmountMinorMax"/>.
    /// </summary>
    public static Refusal AmountTooLarge { get; } =
        new("amount-too-large", "The amount is at most 1,000,000,000,000 minor units, up or down.");

    /// <summary>An amount in another currency than the account's.</summary>
    public static Refusal CurrencyMismatch { get; } =
        new("currency-mismatch", "The amount is not in the account's currency.");

    /// <summary>Something is left to bill or still running.</summary>
    public static Refusal AccountInUse { get; } =
        new("account-in-use", "The account has contracts that run, days or charges that are not billed.");

    /// <summary>Nothing but an open account takes commands; null when it does.</summary>
    internal static Refusal? UnlessOpen(Account account) => account.Status switch
    {
        AccountStatus.Open => null,
        AccountStatus.Closed => AccountClosed,
        _ => AccountUnknown,
    };

    /// <summary>Money moves on a closed account too, but not on one that does not exist; null when it does.</summary>
    internal static Refusal? UnlessKnown(Account account) =>
        account.Status == AccountStatus.None ? AccountUnknown : null;

    /// <summary>Whether an id has the form all ids have.</summary>
    public static bool IsId(string? id) =>
        id is { Length: >= 1 and <= IdLengthMax }
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
