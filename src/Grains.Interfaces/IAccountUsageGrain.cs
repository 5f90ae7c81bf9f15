using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Commands;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>Usage of an account that is rated when it comes, keyed as the account is, and what limits it.</summary>
[Alias("account-usage"), DefaultGrainType("account")]
public interface IAccountUsageGrain : IGrainWithStringKey
{
    /// <summary>Rates records; those that cannot be rated wait for a person and keep no other back.</summary>
    [Alias("rate-usage")]
    Task<Reply<UsageReceipt>> RateUsage(CommandEnvelope envelope, RateUsage command, CancellationToken cancellation);

    /// <summary>Rates the records again that were set aside.</summary>
    [Alias("recycle-usage")]
    Task<Reply<UsageReceipt>> RecycleUsage(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>Rates one of them again, by its source and id; nothing where it waits no more.</summary>
    [Alias("recycle-record")]
    Task<Reply<UsageReceipt>> RecycleRecord(
        CommandEnvelope envelope, string name, CancellationToken cancellation);

    /// <summary>Limits what may be used until the next bill.</summary>
    [Alias("set-spending-cap")]
    Task<Reply<Receipt>> SetSpendingCap(
        CommandEnvelope envelope, SetSpendingCap command, CancellationToken cancellation);

    /// <summary>Takes a limit away.</summary>
    [Alias("remove-spending-cap")]
    Task<Reply<Receipt>> RemoveSpendingCap(
        CommandEnvelope envelope, RemoveSpendingCap command, CancellationToken cancellation);

    /// <summary>Sets an amount aside for use that begins.</summary>
    [Alias("reserve-usage")]
    Task<Reply<Receipt>> ReserveUsage(CommandEnvelope envelope, ReserveUsage command, CancellationToken cancellation);

    /// <summary>Takes what was used from a reservation.</summary>
    [Alias("commit-reservation")]
    Task<Reply<UsageReceipt>> CommitReservation(
        CommandEnvelope envelope, CommitReservation command, CancellationToken cancellation);

    /// <summary>Frees what is left of a reservation.</summary>
    [Alias("release-reservation")]
    Task<Reply<Receipt>> ReleaseReservation(
        CommandEnvelope envelope, ReleaseReservation command, CancellationToken cancellation);

    /// <summary>What is used, left and limited; null where there is no account.</summary>
    [AlwaysInterleave, Alias("view-usage")]
    Task<UsageView?> ViewUsage(CancellationToken cancellation);

    /// <summary>Rated records after a version; null where there is no account.</summary>
    [AlwaysInterleave, Alias("rated-usage")]
    Task<RatedUsagePage?> RatedUsage(long afterVersion, CancellationToken cancellation);
}
