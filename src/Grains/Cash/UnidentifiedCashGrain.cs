using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Cash;

namespace BillingActors.Grains.Cash;

/// <summary>
/// Moves one piece of unidentified cash: claimed for an account, booked there, done. Whatever stops on the way goes on
/// when it is asked again, and only for the account that it was claimed for.
/// </summary>
internal sealed class UnidentifiedCashGrain(IUnidentifiedCashStore store) : Grain, IUnidentifiedCashGrain
{
    private static readonly Refusal Unknown = new("cash-unknown", "There is no such unidentified cash.");

    private static readonly Refusal Moved = new("cash-moved", "This cash was moved to another account.");

    public async Task<Reply<Receipt>> Move(
        CommandEnvelope envelope, FoundAccount found, CancellationToken cancellation)
    {
        var (entityId, cashId) = CashKey.Split(this.GetPrimaryKeyString());
        if (await store.Read(entityId, cashId, cancellation) is not { } cash)
            return Unknown.ToReply<Receipt>();
        if (cash.AccountId is { } claimed && claimed != found.AccountId)
            return Moved.ToReply<Receipt>();
        var isMoved = cash.State == "moved";
        if (!isMoved && !await store.Claim(entityId, cashId, found.AccountId, cancellation))
            return Moved.ToReply<Receipt>();
        var account = GrainFactory.GetGrain<IAccountCashGrain>(AccountKey.Of(entityId, found.AccountId));
        var reply = await account.ReceiveFound(envelope with { CommandId = "suspense." + cashId }, cash, cancellation);
        if (reply.Problem is null && !isMoved)
            await store.Complete(entityId, cashId, envelope.ActorId, cancellation);
        else if (reply.Problem is { Code: not ("store-busy" or "outcome-unknown") } && !isMoved)
            await store.Release(entityId, cashId, cancellation);
        return reply;
    }
}
