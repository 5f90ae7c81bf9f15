namespace BillingActors.Gateway.Problems;

/// <summary>Problems of credit memos, adjustments, write-offs and approvals.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Credits() =>
    [
        new("limit-exceeded", 403, "The amount is above your limit.", "Ask somebody with a higher limit."),
        new("delegation-unknown", 403, "You may not decide in this person's place.",
            "Decide in your own, or have the legal entity delegate it."),
        new("not-the-maker", 403, "Only the one who asked can withdraw the request, or add documents to it.",
            "Decide on it instead, or ask its maker."),
        new("too-many-request-documents", 409, "The request has too many documents.",
            "Put pages of one letter together."),
        new(ProblemCode.DocumentRefused, 422, "The document is not taken.",
            "Send a PDF, PNG or JPEG file that is not too long."),
        new(ProblemCode.DocumentUnknown, 404, "The request has no such document.", LookUp),
        new("item-unknown", 404, "The open item is not known or settled already.", LookUp),
        new("write-off-unknown", 404, "The write-off is not known.", LookUp),
        new("request-unknown", 404, "No such request waits for approval.", LookUp),
        new("credit-exists", 409, "A credit of this id exists with another content.", Reread),
        new("invoice-cancelled", 409, "The invoice is cancelled already.", "Bill its days again."),
        new("later-invoice", 409, "Days after those of the invoice are billed.", "Cancel the later invoice first."),
        new("item-written-off", 409, "Some of the invoice is written off.", "Recover the write-off first."),
        new("nothing-to-credit", 409, "All of it was credited before.", Reread),
        new("request-exists", 409, "A request of this id waits with another content.", Reread),
        new("request-expired", 409, "The request was not decided in time.", "Make the request again."),
        new("amount-above-open", 422, "The amount is above what is open.", "Ask for no more than is open."),
        new("amount-not-positive", 422, "The amount is not more than nothing.", Correct),
        new("item-is-credit", 422, "The item is a credit.", "Only what is owed can be lowered or written off."),
        new("credit-above-invoice", 422, "The credit memo is more than what is left of the invoice.",
            "Leave out lines, or credit the allowances with them."),
        new("credit-above-line", 422, "The amount is more than what is left of the line, or goes the other way.",
            "Give a net amount with the sign of the line, or none for all that is left."),
        new("lines-invalid", 422, "A line is named twice.", "Name each line once."),
        new("not-an-invoice", 422, "The document is a credit memo.", "Name the invoice it corrects."),
        new("items-invalid", 422, "The list of items is not usable.", "Name 1 to 100 items, none of them twice."),
        new("kind-unknown", 422, "The kind is none there is.", "Choose one of the kinds the call lists."),
    ];
}
