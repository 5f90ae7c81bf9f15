using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>An action that waits is given up: rejected by a second person, or withdrawn by its maker.</summary>
public static class ActionRejection
{
    /// <summary>Rejects; refuses the maker, who withdraws instead, and a missing reason.</summary>
    public static Decision<AccountEvent> Decide(
        Account account, string requestId, LocalDate on, CommandContext context)
    {
        if (Missing(account, requestId) is { } decided)
            return decided;
        var waiting = Waiting(account, requestId);
        if (waiting.MakerId == context.Actor.Id)
            return ApprovalRefusals.SecondPersonNeeded;
        return string.IsNullOrWhiteSpace(context.Reason)
            ? Refusals.ReasonMissing
            : new AccountEvent.ActionRejected(requestId, waiting.MakerId, on);
    }

    /// <summary>Withdraws; refuses anybody but the maker.</summary>
    public static Decision<AccountEvent> Withdraw(
        Account account, string requestId, LocalDate on, CommandContext context)
    {
        if (Missing(account, requestId) is { } decided)
            return decided;
        return Waiting(account, requestId).MakerId == context.Actor.Id
            ? new AccountEvent.ActionWithdrawn(requestId, on)
            : ApprovalRefusals.NotTheMaker;
    }

    private static Decision<AccountEvent>? Missing(Account account, string requestId)
    {
        if (account.Requests.Any(waiting => waiting.RequestId == requestId))
            return null;
        return account.Decided.Contains(requestId, StringComparer.Ordinal)
            ? Decision<AccountEvent>.Nothing
            : ApprovalRefusals.RequestUnknown;
    }

    private static PendingAction Waiting(Account account, string requestId) =>
        account.Requests.First(waiting => waiting.RequestId == requestId);
}
