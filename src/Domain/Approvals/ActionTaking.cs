using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>Does an action within a person's limit, and lets it wait for a second person above it.</summary>
public static class ActionTaking
{
    /// <summary>
    /// Refuses what the action's own area refuses, whoever asks. What one person moved on one day and customer is added
    /// up, so that many small actions are no way around the limit; some actions need a second person at any amount.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, TakeAction command, CommandContext context)
    {
        var action = command.Action;
        var decision = action.Decide(account, context);
        if (decision.IsRefused || decision.Events.IsEmpty)
            return decision;
        if (account.Requests.FirstOrDefault(waiting => waiting.RequestId == action.Id) is { } waiting)
        {
            return IsSame(account, waiting, command, context)
                ? Decision<AccountEvent>.Nothing
                : ApprovalRefusals.RequestExists;
        }
        var effect = action.EffectMinor(account);
        var moved = command.ElsewhereMinor + account.MovedByHand(context.Actor.Id, action.Name, command.On);
        return !action.NeedsSecondPerson && moved + effect <= command.LimitMinor
            ? decision
            : new AccountEvent.ActionRequested(action, effect, command.On, command.ExpiresOn);
    }

    private static bool IsSame(Account account, PendingAction waiting, TakeAction command, CommandContext context) =>
        waiting.MakerId == context.Actor.Id
        && waiting.Action.Name == command.Action.Name
        && waiting.EffectMinor == command.Action.EffectMinor(account);
}
