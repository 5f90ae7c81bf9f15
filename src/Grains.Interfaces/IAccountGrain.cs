using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;
using Orleans.Concurrency;

namespace BillingActors.Grains.Interfaces;

/// <summary>One account, keyed "entity/account": its balance, open items, contracts and charges.</summary>
[Alias("account")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Opens the account.</summary>
    [Alias("open")]
    Task<Reply<Receipt>> Open(CommandEnvelope envelope, OpenAccount command, CancellationToken cancellation);

    /// <summary>Changes cycle or terms.</summary>
    [Alias("change-profile")]
    Task<Reply<Receipt>> ChangeProfile(CommandEnvelope envelope, ChangeProfile command, CancellationToken cancellation);

    /// <summary>Starts a contract.</summary>
    [Alias("start-contract")]
    Task<Reply<Receipt>> StartContract(CommandEnvelope envelope, StartContract command, CancellationToken cancellation);

    /// <summary>Puts a contract on another tariff.</summary>
    [Alias("change-tariff")]
    Task<Reply<Receipt>> ChangeTariff(CommandEnvelope envelope, ChangeTariff command, CancellationToken cancellation);

    /// <summary>Ends a contract.</summary>
    [Alias("end-contract")]
    Task<Reply<Receipt>> EndContract(CommandEnvelope envelope, EndContract command, CancellationToken cancellation);

    /// <summary>Adds a one-off charge.</summary>
    [Alias("add-charge")]
    Task<Reply<Receipt>> AddCharge(CommandEnvelope envelope, AddCharge command, CancellationToken cancellation);

    /// <summary>Takes back a one-off charge.</summary>
    [Alias("remove-charge")]
    Task<Reply<Receipt>> RemoveCharge(CommandEnvelope envelope, RemoveCharge command, CancellationToken cancellation);

    /// <summary>Closes the account.</summary>
    [Alias("close")]
    Task<Reply<Receipt>> Close(CommandEnvelope envelope, CloseAccount command, CancellationToken cancellation);

    /// <summary>The account as committed; interleaves with a running turn and never sees half of it.</summary>
    [AlwaysInterleave, Alias("view")]
    Task<AccountView?> View(CancellationToken cancellation);

    /// <summary>The balance as committed; interleaves with a running turn.</summary>
    [AlwaysInterleave, Alias("balance")]
    Task<BalanceView?> Balance(CancellationToken cancellation);

    /// <summary>
    /// What happened to the account, newest first, at most 200 entries before a version (0: from the end).
    /// </summary>
    [AlwaysInterleave, Alias("history")]
    Task<ImmutableArray<AccountHistoryEntry>> History(long beforeVersion, CancellationToken cancellation);
}
