using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Lifts a block before its end.</summary>
public static class BlockLifting
{
    /// <summary>Refuses a missing reason and a block that is not there.</summary>
    public static Decision<AccountEvent> Decide(
        Account account, string blockId, LocalDate on, CommandContext context)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        return account.Collected.Blocks.Any(block => block.Id == blockId)
            ? new AccountEvent.CollectionBlockLifted(blockId, on)
            : CollectionRefusals.BlockUnknown;
    }
}
