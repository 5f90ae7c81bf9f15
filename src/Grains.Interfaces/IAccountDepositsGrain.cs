using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Deposits;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// The deposits of an account, keyed as the account is. What gives a security up names the roles of the person: above
/// their limits it waits for a second person.
/// </summary>
[Alias("account-deposits"), DefaultGrainType("account")]
public interface IAccountDepositsGrain : IGrainWithStringKey
{
    /// <summary>Decides how much the customer deposits.</summary>
    [Alias("assess-deposit")]
    Task<Reply<Receipt>> AssessDeposit(CommandEnvelope envelope, AssessDeposit command, CancellationToken cancellation);

    /// <summary>Asks for it, in one part or more.</summary>
    [Alias("request-deposit")]
    Task<Reply<Receipt>> RequestDeposit(
        CommandEnvelope envelope, RequestDeposit command, CancellationToken cancellation);

    /// <summary>Asks for less of it, or for nothing.</summary>
    [Alias("waive-deposit")]
    Task<Reply<ActionReceipt>> WaiveDeposit(
        CommandEnvelope envelope, ImmutableArray<string> roles, WaiveDeposit command, CancellationToken cancellation);

    /// <summary>Gives it back before its time.</summary>
    [Alias("release-deposit")]
    Task<Reply<ActionReceipt>> ReleaseDeposit(
        CommandEnvelope envelope, ImmutableArray<string> roles, ReleaseDeposit command, CancellationToken cancellation);

    /// <summary>Takes it for what is overdue, oldest first; the rest is held on.</summary>
    [Alias("apply-deposit")]
    Task<Reply<Receipt>> ApplyDeposit(CommandEnvelope envelope, ReleaseDeposit command, CancellationToken cancellation);

    /// <summary>Credits its interest before its time.</summary>
    [Alias("credit-deposit-interest")]
    Task<Reply<Receipt>> CreditDepositInterest(
        CommandEnvelope envelope, CreditDepositInterest command, CancellationToken cancellation);

    /// <summary>All deposits of the account; null where there is no account.</summary>
    [AlwaysInterleave, Alias("view-deposits")]
    Task<DepositsView?> ViewDeposits(CancellationToken cancellation);
}
