namespace BillingActors.Domain.Deposits;

/// <summary>The rules of deposits at a legal entity.</summary>
/// <param name="Amount">How much; null: nobody is asked by rule, only by hand.</param>
/// <param name="Instalments">In how many parts.</param>
/// <param name="Interest">Interest; null: none.</param>
/// <param name="Release">When and where it goes back.</param>
public sealed record DepositPolicy(
    DepositAmountRule? Amount,
    DepositInstalmentRule Instalments,
    DepositInterestRule? Interest,
    DepositReleaseRule Release)
{
    /// <summary>
    /// What holds where no policy is set: a deposit is asked for by hand only, in one part, bears nothing, and is kept
    /// until the final bill.
    /// </summary>
    public static DepositPolicy Default { get; } = new(
        null,
        new DepositInstalmentRule(1, 1, 14, 30),
        null,
        new DepositReleaseRule(0, 0, 0, 0, 0, DepositArrears.Overdue, false));
}
