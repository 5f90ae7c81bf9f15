using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>The collection of an account, keyed as the account is.</summary>
[Alias("account-collections"), DefaultGrainType("account")]
public interface IAccountCollectionsGrain : IGrainWithStringKey
{
    /// <summary>Puts the account into a segment and a jurisdiction.</summary>
    [Alias("set-collection-profile")]
    Task<Reply<Receipt>> SetCollectionProfile(
        CommandEnvelope envelope, SetCollectionProfile command, CancellationToken cancellation);

    /// <summary>Stops collection.</summary>
    [Alias("place-block")]
    Task<Reply<Receipt>> PlaceBlock(CommandEnvelope envelope, PlaceBlock command, CancellationToken cancellation);

    /// <summary>Lifts a block.</summary>
    [Alias("lift-block")]
    Task<Reply<Receipt>> LiftBlock(CommandEnvelope envelope, LiftBlock command, CancellationToken cancellation);

    /// <summary>Takes a promise to pay.</summary>
    [Alias("make-promise")]
    Task<Reply<Receipt>> MakePromise(CommandEnvelope envelope, MakePromise command, CancellationToken cancellation);

    /// <summary>Takes a promise back.</summary>
    [Alias("end-promise")]
    Task<Reply<Receipt>> EndPromise(CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation);

    /// <summary>Agrees on instalments.</summary>
    [Alias("agree-plan")]
    Task<Reply<Receipt>> AgreePlan(CommandEnvelope envelope, AgreePlan command, CancellationToken cancellation);

    /// <summary>Ends a plan.</summary>
    [Alias("end-plan")]
    Task<Reply<Receipt>> EndPlan(CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation);

    /// <summary>Hands items to an agency.</summary>
    [Alias("place-with-agency")]
    Task<Reply<Receipt>> PlaceWithAgency(
        CommandEnvelope envelope, PlaceWithAgency command, CancellationToken cancellation);

    /// <summary>Takes items back from an agency.</summary>
    [Alias("end-placement")]
    Task<Reply<Receipt>> EndPlacement(CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation);

    /// <summary>Books the commission of an agency.</summary>
    [Alias("book-commission")]
    Task<Reply<Receipt>> BookCommission(
        CommandEnvelope envelope, BookCommission command, CancellationToken cancellation);

    /// <summary>Notes the notice before a disconnection.</summary>
    [Alias("serve-notice")]
    Task<Reply<Receipt>> ServeNotice(CommandEnvelope envelope, ServeNotice command, CancellationToken cancellation);

    /// <summary>Notes an attempt to reach the customer.</summary>
    [Alias("record-contact")]
    Task<Reply<Receipt>> RecordContact(CommandEnvelope envelope, RecordContact command, CancellationToken cancellation);

    /// <summary>Orders a disconnection, where nothing is against it.</summary>
    [Alias("order-disconnection")]
    Task<Reply<Receipt>> OrderDisconnection(
        CommandEnvelope envelope, OrderDisconnection command, CancellationToken cancellation);

    /// <summary>Orders a reconnection.</summary>
    [Alias("order-reconnection")]
    Task<Reply<Receipt>> OrderReconnection(
        CommandEnvelope envelope, OrderReconnection command, CancellationToken cancellation);

    /// <summary>Notes that an order was carried out, or takes it back.</summary>
    [Alias("end-order")]
    Task<Reply<Receipt>> EndOrder(CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation);

    /// <summary>Does what came due by itself until today; woken by the scheduler, safe to repeat.</summary>
    [Alias("review-collection")]
    Task ReviewCollection(CancellationToken cancellation);

    /// <summary>The collection as it stands; null where there is no account.</summary>
    [AlwaysInterleave, Alias("view-collection")]
    Task<CollectionView?> ViewCollection(CancellationToken cancellation);

    /// <summary>What a dunning run would do on a day; null where there is no account.</summary>
    [AlwaysInterleave, Alias("preview-dunning")]
    Task<DunningPreviewView?> PreviewDunning(DateOnly on, CancellationToken cancellation);

    /// <summary>A letter as it was sent; null where there is none.</summary>
    [AlwaysInterleave, Alias("view-letter")]
    Task<LetterView?> ViewLetter(string letterId, CancellationToken cancellation);

    /// <summary>Every reason against a disconnection; null where there is no account.</summary>
    [AlwaysInterleave, Alias("check-disconnection")]
    Task<DisconnectionCheckView?> CheckDisconnection(OrderDisconnection wanted, CancellationToken cancellation);
}
