using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>A second person agrees to an action, and it is done in the same turn.</summary>
public static class ActionApproval
{
    /// <summary>
    /// Refuses the maker himself, whatever key he uses, whoever decides in the maker's place, one whose limit is lower,
    /// and a request that expired. Where the account changed, so that the action is refused or moves something else
    /// than was shown, the request is void.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, DecideAction command, CommandContext context)
    {
        if (account.Requests.FirstOrDefault(waiting => waiting.RequestId == command.RequestId) is not { } waiting)
        {
            return account.Decided.Contains(command.RequestId, StringComparer.Ordinal)
                ? Decision<AccountEvent>.Nothing
                : ApprovalRefusals.RequestUnknown;
        }
        if (waiting.MakerId == context.Actor.Id || waiting.MakerId == command.OnBehalfOf)
            return ApprovalRefusals.SecondPersonNeeded;
        if (command.On > waiting.ExpiresOn)
            return ApprovalRefusals.RequestExpired;
        var action = waiting.Action;
        var maker = new Actor(ActorKind.Person, waiting.MakerId);
        var decision = action.Decide(account, context with { Reason = waiting.Reason, Actor = maker });
        if (decision.IsRefused || decision.Events.IsEmpty)
            return Void(waiting, decision.Refusal?.Code ?? "nothing-changed", command);
        var effect = action.EffectMinor(account);
        if (effect != waiting.EffectMinor || effect != command.EffectMinor)
            return Void(waiting, "effect-changed", command);
        if (Moved(account, command, context, action) + effect > command.LimitMinor)
            return ApprovalRefusals.LimitExceeded(new Money(command.LimitMinor, account.Currency));
        ImmutableArray<AccountEvent> events =
        [
            new AccountEvent.ActionApproved(waiting.RequestId, waiting.MakerId, command.On, command.OnBehalfOf),
            .. decision.Events,
        ];
        return events;
    }

    // A limit that two persons use is still one.
    private static long Moved(Account account, DecideAction command, CommandContext context, MoneyAction action)
    {
        var own = command.ElsewhereMinor + account.MovedByHand(context.Actor.Id, action.Name, command.On);
        return command.OnBehalfOf is { } other ? own + account.MovedByHand(other, action.Name, command.On) : own;
    }

    private static AccountEvent.ActionVoided Void(PendingAction waiting, string code, DecideAction command) =>
        new(waiting.RequestId, code, command.On);
}
