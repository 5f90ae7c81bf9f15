namespace BillingActors.Gateway.Problems;

/// <summary>Problems of disputes and collection.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Collections() =>
        [.. CollectionLookups(), .. CollectionConflicts(), .. CollectionRules()];

    private static ProblemKind[] CollectionLookups() =>
    [
        new("dispute-unknown", 404, "The dispute is not known.", LookUp),
        new("block-unknown", 404, "The block is not known.", LookUp),
        new("promise-unknown", 404, "The promise is not known.", LookUp),
        new("plan-unknown", 404, "The payment plan is not known.", LookUp),
        new("placement-unknown", 404, "The placement is not known.", LookUp),
        new("order-unknown", 404, "The order is not known.", LookUp),
        new("letter-unknown", 404, "The letter is not known.", LookUp),
    ];

    private static ProblemKind[] CollectionConflicts() =>
    [
        new("dispute-exists", 409, "The dispute exists already.", Reread),
        new("dispute-wrong-stage", 409, "The dispute is at another stage.", Reread),
        new("too-many-disputes", 409, "Too many disputes of the account run.", "Decide some of them first."),
        new("document-exists", 409, "The document is filed as another kind.", "File it under another id."),
        new("too-many-documents", 409, "The dispute has too many documents.", "Put pages of one letter together."),
        new("id-taken", 409, "The id stands for something else.", "Use another id, or send the same content."),
        new("too-many-blocks", 409, "The account has too many blocks.", "Lift those that are over."),
        new("promise-running", 409, "Another promise runs.", "Wait for its day, or take it back first."),
        new("too-many-broken-promises", 409, "Too many promises were broken.", "Agree on a payment plan instead."),
        new("plan-running", 409, "A payment plan runs.", "Wait for its end, or end it first."),
        new("too-many-plans", 409, "Too many payment plans within a year.", "Collect as the policy says."),
        new("already-ended", 409, "It has ended.", Reread),
        new("item-disputed", 409, "A part of the item is in dispute.", "Decide the dispute first."),
        new("item-elsewhere", 409, "The item is with an agency, in a plan, or promised.", "End that first."),
        new("collection-blocked", 409, "A block stops the collection of the account.",
            "Wait for its end, or lift it first."),
        new("disconnection-blocked", 409, "The supply must not be cut.", "The detail names every reason against it."),
        new("not-disconnected", 409, "The supply is not cut.", "Nothing needs to be done."),
    ];

    private static ProblemKind[] CollectionRules() =>
    [
        new("line-unknown", 422, "The invoice has no such line.", "Lines count from 1; a credit is not disputed."),
        new("dispute-reason-unknown", 422, "The reason is not in the list.", "Choose one of the dispute policy."),
        new("root-cause-unknown", 422, "The root cause is not in the list.", "Choose one of the dispute policy."),
        new("note-unknown", 422, "The note is not in the list.", "Choose one of the dispute policy."),
        new("stage-unknown", 422, "There is no such stage to move to.", Correct),
        new("dispute-exceeds-item", 422, "More is disputed than is open and not disputed yet.", Correct),
        new("dispute-exceeds-line", 422, "More is disputed than the line comes to.", Correct),
        new("credit-exceeds-dispute", 422, "More would be credited than is disputed.", Correct),
        new("exceeds-open", 422, "The amount is more than is open.", Correct),
        new("not-waivable", 422, "The item is neither fee nor interest.", "Correct bills by credit memos."),
        new("too-far-ahead", 422, "The day lies too far ahead.", Correct),
        new("instalments-invalid", 422, "The instalments do not fit.", Correct),
        new("not-overdue", 422, "The item is not overdue.", "Wait until it is."),
        new("percent-invalid", 422, "The percentage is out of range.", Correct),
    ];
}
