using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Stops the collection of an account, or parts of it, for some days or until further notice.</summary>
public static class BlockPlacing
{
    /// <summary>How many blocks an account may have.</summary>
    public const int CountMax = 50;

    /// <summary>
    /// Refuses a missing reason and an end before the start; the same block again is nothing. A block that holds on the
    /// day takes back the disconnections that wait: nobody is cut off while it is on its way.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, AccountEvent.CollectionBlockPlaced wanted, CommandContext context)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.BlockId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (wanted.Through < wanted.From)
            return Refusals.DateNotAllowed;
        var block = new CollectionBlock(wanted.BlockId, wanted.BlockKind, wanted.From, wanted.Through);
        if (account.Collected.Blocks.FirstOrDefault(known => known.Id == wanted.BlockId) is { } old)
            return old == block ? Decision<AccountEvent>.Nothing : CollectionRefusals.IdTaken;
        if (account.Collected.Blocks.Length >= CountMax)
            return CollectionRefusals.TooManyBlocks;
        return block.Holds(wanted.On)
            ? ImmutableArray.Create<AccountEvent>([wanted, .. OrderReview.Stopped(account, block, wanted.On)])
            : wanted;
    }
}
