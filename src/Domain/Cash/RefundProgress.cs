using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>Takes a refund a step on: paid once, come back, or not paid at all.</summary>
public static class RefundProgress
{
    /// <summary>Refuses a step that does not follow.</summary>
    public static Decision<AccountEvent> Decide(Account account, RefundStep step, CommandContext context)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Cash.Refund(step.RefundId) is not { } refund)
            return CashRefusals.RefundUnknown;
        if (CardNumbers.AreIn(step.Note))
            return CashRefusals.CardNumber;
        return step.Kind switch
        {
            RefundStepKind.Reject => Rejected(refund, step, context),
            RefundStepKind.Pay => Paid(refund, step),
            _ => Returned(refund, step),
        };
    }

    private static Decision<AccountEvent> Rejected(Refund refund, RefundStep step, CommandContext context)
    {
        if (refund.State == RefundState.Rejected)
            return Decision<AccountEvent>.Nothing;
        if (!refund.IsPending)
            return CashRefusals.RefundWrongState;
        return CashRefusals.UnlessReasoned(context) is { } unreasoned
            ? unreasoned
            : new AccountEvent.RefundRejected(refund, step.On);
    }

    private static Decision<AccountEvent> Paid(Refund refund, RefundStep step)
    {
        // Another reference is another payment: who made it must hear that the money has left before.
        if (refund.State is RefundState.Paid or RefundState.Reclaimed)
            return IsSame(refund, step) ? Decision<AccountEvent>.Nothing : CashRefusals.RefundWrongState;
        if (!refund.IsPending)
            return CashRefusals.RefundWrongState;
        if (refund.NeedsApproval)
            return CashRefusals.RefundNotApproved;
        return step.Note?.Length > 140
            ? CashRefusals.ReferenceInvalid
            : new AccountEvent.RefundPaid(refund.Id, refund.Method, refund.AmountMinor, step.Note, step.On);
    }

    private static bool IsSame(Refund refund, RefundStep step) =>
        refund.PaidAs is null || step.Note is null || refund.PaidAs == step.Note;

    private static Decision<AccountEvent> Returned(Refund refund, RefundStep step) => refund.State switch
    {
        RefundState.Returned => Decision<AccountEvent>.Nothing,
        RefundState.Reclaimed => CashRefusals.RefundReclaimed,
        RefundState.Paid when Refusals.IsId(step.Note) =>
            new AccountEvent.RefundReturned(refund, step.Note!, step.On),
        RefundState.Paid => Refusals.IdInvalid,
        _ => CashRefusals.RefundWrongState,
    };
}
