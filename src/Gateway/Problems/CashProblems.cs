namespace BillingActors.Gateway.Problems;

/// <summary>Problems of money that comes in and goes back.</summary>
internal static class CashProblems
{
    private const string Correct = "Correct the request.";
    private const string LookUp = "Look at the payments of the account.";
    private const string NewId = "If it is another one, give it another id.";

    public static ProblemKind[] All() =>
    [
        new("receipt-unknown", 404, "The receipt is not known.", LookUp),
        new("application-unknown", 404, "The application is not known.", LookUp),
        new("refund-unknown", 404, "The refund is not known.", LookUp),
        new("cash-unknown", 404, "The unidentified cash is not known.", "Look at the list of unidentified cash."),
        new("cash-moved", 409, "The unidentified cash was moved to another account.", LookUp),
        new("receipt-exists", 409, "The receipt exists with another content.", NewId),
        new("chargeback-exists", 409, "The chargeback exists with another content.", NewId),
        new("application-exists", 409, "The application exists with another content, or was taken back.", NewId),
        new("refund-exists", 409, "The refund exists with another content.", NewId),
        new("receipt-reversed", 409, "The money of the receipt went back.", LookUp),
        new("not-charged-back", 409, "The receipt was not charged back.", LookUp),
        new("refund-wrong-state", 409, "The refund is at another stage.", LookUp),
        new("refund-not-approved", 409, "No second person agreed to the payee.", "Reject it, and ask for it again."),
        new("refund-reclaimed", 409, "The refund was claimed again.", "Book the money as a new receipt."),
        new("nothing-to-apply", 409, "There is no money left or no item it could pay.", LookUp),
        new("batch-exists", 409, "The batch came before with another content.", NewId),
        new("batch-not-tied", 422, "The lines do not come to the control totals.",
            "Find the difference that the detail names; nothing was posted."),
        new("batch-size-wrong", 422, "The batch has no line, or too many.", "Send 1 to 5,000 lines."),
        new("batch-line-repeated", 422, "Two lines bear one number.", "Number them from 1, each once."),
        new("word-unknown", 422, "A word is none of those it can be.", "Compare it with the schema."),
        new("item-overpaid", 422, "More is set against an item than is open of it.", Correct),
        new("cash-short", 422, "The receipt has not so much left.", Correct),
        new("card-number", 422, "Something looks like a card number.",
            "Send the token of the card processor, and no card number anywhere."),
        new("card-token-wrong", 422, "A card payment has no token, or another payment has one.", Correct),
        new("not-by-card", 422, "Only a payment by card is charged back.", "Reverse it instead."),
        new("chargeback-too-large", 422, "More is charged back than is left of the receipt.", LookUp),
        new("reference-invalid", 422, "A reference is too long.", "Send at most 140 characters."),
        new("refund-too-large", 422, "Less is left than is to be paid back.", LookUp),
        new("refund-source-wrong", 422, "A refund names a receipt and a credit, or neither.", Correct),
    ];
}
