using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Deposits;

/// <summary>Every "no" of the deposits.</summary>
public static class DepositRefusals
{
    /// <summary>There is no such deposit.</summary>
    public static Refusal DepositUnknown { get; } = new("deposit-unknown", "The account has no such deposit.");

    /// <summary>The id was used for something else.</summary>
    public static Refusal DepositExists { get; } =
        new("deposit-exists", "A deposit, or something done to it, has this id with another content.");

    /// <summary>The legal entity does not say how much.</summary>
    public static Refusal PolicyMissing { get; } = new(
        "deposit-policy-missing", "The legal entity has no rule for the amount of a deposit; give an amount by hand.");

    /// <summary>There is no bill to take the average of.</summary>
    public static Refusal HistoryMissing { get; } = new(
        "deposit-history-missing", "The customer has no bills yet; give an estimate of a month's bill.");

    /// <summary>Enough is deposited or asked for.</summary>
    public static Refusal Sufficient(Money amount) =>
        new("deposit-sufficient", $"By policy the customer deposits {amount}, and has done so or is asked to.");

    /// <summary>It was asked for in another way.</summary>
    public static Refusal AlreadyRequested { get; } =
        new("deposit-requested", "The deposit was asked for already, in other parts or on other days.");

    /// <summary>It was given back or taken back.</summary>
    public static Refusal DepositEnded { get; } =
        new("deposit-ended", "The deposit was given back or cancelled; nothing more happens to it.");

    /// <summary>Parts that do not fit.</summary>
    public static Refusal InstalmentsInvalid(int countMax) => new(
        "deposit-instalments-invalid",
        string.Create(
            CultureInfo.InvariantCulture,
            $"A deposit is paid in 1 to {countMax} parts, each of at least one cent, the first not in the past."));

    /// <summary>It is not less than before.</summary>
    public static Refusal NotLower { get; } = new(
        "deposit-not-lower", "A reduction lowers a deposit; to ask for more, assess another one.");

    /// <summary>More is paid than it would come to.</summary>
    public static Refusal DepositPaid(Money paid) =>
        new("deposit-paid", $"{paid} of the deposit are paid; what is paid is released, not cancelled.");

    /// <summary>Nothing is held.</summary>
    public static Refusal NotHeld { get; } = new("deposit-not-held", "Nothing of the deposit is held.");

    /// <summary>Less is held.</summary>
    public static Refusal AboveHeld(Money held) =>
        new("deposit-above-held", $"No more than {held} of the deposit is held.");

    /// <summary>Nothing is overdue.</summary>
    public static Refusal ArrearsMissing { get; } =
        new("deposit-arrears-missing", "Nothing is overdue that the deposit could pay.");

    /// <summary>Deposits bear nothing.</summary>
    public static Refusal InterestMissing { get; } =
        new("deposit-interest-missing", "By the policy of the legal entity deposits bear no interest.");

    /// <summary>The rate of a year is not known.</summary>
    public static Refusal RateMissing(int year) => new(
        "deposit-rate-missing",
        string.Create(CultureInfo.InvariantCulture, $"The policy has no interest rate for {year} yet."));

    /// <summary>The deposit must be there and run; null when it does.</summary>
    internal static Refusal? UnlessRunning(Account account, string depositId) =>
        account.Deposited.Deposit(depositId) switch
        {
            null => DepositUnknown,
            { IsRunning: false } => DepositEnded,
            _ => null,
        };
}
