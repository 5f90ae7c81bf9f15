using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Interfaces.Commands;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>Parents, children and collective bills of an account, keyed as the account is.</summary>
[Alias("account-collective"), DefaultGrainType("account")]
public interface IAccountCollectiveGrain : IGrainWithStringKey
{
    /// <summary>Lets the account pay for others, or moves its bill day.</summary>
    [Alias("start-collective")]
    Task<Reply<Receipt>> StartCollective(
        CommandEnvelope envelope, StartCollective command, CancellationToken cancellation);

    /// <summary>Has a parent pay the account's bills.</summary>
    [Alias("join-parent")]
    Task<Reply<Receipt>> JoinParent(CommandEnvelope envelope, JoinParent command, CancellationToken cancellation);

    /// <summary>Has the account pay its bills itself again.</summary>
    [Alias("leave-parent")]
    Task<Reply<Receipt>> LeaveParent(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>Ends that the account pays for others; its children go back or move by themselves.</summary>
    [Alias("end-collective")]
    Task<Reply<Receipt>> EndCollective(
        CommandEnvelope envelope, EndCollective command, CancellationToken cancellation);

    /// <summary>Has a child leave a parent that has ended.</summary>
    [Alias("follow-parent")]
    Task<Reply<Receipt>> FollowParent(CommandEnvelope envelope, FollowParent command, CancellationToken cancellation);

    /// <summary>Takes what waits and issues the collective bill of a bill day; woken by the scheduler.</summary>
    [Alias("review-collective")]
    Task ReviewCollective(CancellationToken cancellation);

    /// <summary>Who pays for whom as it stands; null where there is no account.</summary>
    [AlwaysInterleave, Alias("view-collective")]
    Task<CollectiveView?> ViewCollective(CancellationToken cancellation);

    /// <summary>A collective bill as it was issued; null where there is none.</summary>
    [AlwaysInterleave, Alias("view-collective-bill")]
    Task<CollectiveBillView?> ViewCollectiveBill(string billId, CancellationToken cancellation);

    /// <summary>Lines of a collective bill after a place "account/version"; empty for the first page.</summary>
    [AlwaysInterleave, Alias("collective-lines")]
    Task<ImmutableArray<CollectiveLineRow>> CollectiveLines(
        string billId, string afterPlace, int countMax, CancellationToken cancellation);

    /// <summary>Accounts it pays for, after one.</summary>
    [AlwaysInterleave, Alias("children")]
    Task<ImmutableArray<ChildRow>> Children(string afterAccountId, int countMax, CancellationToken cancellation);
}
