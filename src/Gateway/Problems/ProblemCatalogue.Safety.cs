namespace BillingActors.Gateway.Problems;

/// <summary>Problems of people, keys, endpoints outside, the audit trail and personal data, notes among it.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Safety() =>
    [
        new(ProblemCode.OwnRights, 403, "Nobody changes their own rights.", "Ask another administrator."),
        new(ProblemCode.UserUnknown, 404, "The person is not known.", LookUp),
        new(ProblemCode.CustomerUnknown, 404, "The customer is not known.", LookUp),
        new(ProblemCode.WebhookUnknown, 404, "The endpoint is not known.", LookUp),
        new(ProblemCode.DeliveryUnknown, 404, "There is no such delivery, or it waits for an earlier one.", LookUp),
        new(ProblemCode.WebhookExists, 409, "The endpoint was made already; its secret is shown once only.",
            "If the secret is lost, let the endpoint have another one."),
        new(ProblemCode.WebhookInvalid, 422, "The endpoint cannot be called like this.", Correct),
        new(ProblemCode.ReplayInvalid, 422, "It is not said what is sent again.", Correct),
        new(ProblemCode.MailNotSetUp, 409, "The program has no way to send e-mail.",
            "Have an operator set what the detail names; until then print the document."),
        new(ProblemCode.AddressMissing, 409, "The customer has no e-mail address.",
            "Enter one at the customer, or name another address with a reason."),
        new(ProblemCode.AddressInvalid, 422, "It is no e-mail address.", Correct),
        new(ProblemCode.NoteNotFound, 404, "There is no such note.", LookUp),
        new(ProblemCode.NoteOfAnother, 403, "The note is another person's.", "Ask a supervisor to withdraw it."),
        new(ProblemCode.NoteWithdrawn, 409, "The note was withdrawn.", "Write another one."),
        new(ProblemCode.NotePinsFull, 409, "No more notes can be pinned.", "Take one down, or withdraw one, first."),
        new(ProblemCode.NoteTextInvalid, 422, "The text of the note cannot be kept.", Correct),
        new(ProblemCode.NoteKindUnknown, 422, "There is no such kind of note.", Correct),
        new(ProblemCode.NoteDocumentUnknown, 422, "The note is about a document the account does not have.", Correct),
        new(ProblemCode.RetentionUnknown, 404, "There is no such kind of record.", LookUp),
        new(ProblemCode.NotRestricted, 409, "Nobody has restricted the customer's data yet.", "Restrict it first."),
        new("draft-waits", 409, "A draft of another person waits.", "Release or reject it first, or ask its maker."),
        new("draft-void", 409, "The legal entity was changed since it was drafted.", "Draft it again."),
        new(ProblemCode.DutyRuns, 409, "The law wants the customer's data kept.",
            "It is restricted until then; the detail names the day, or what is still open."),
        new(ProblemCode.PersonErased, 409, "The customer was erased.", "Nothing is stored of it any more."),
        new(ProblemCode.NothingAsked, 409, "No change waits for a second person.", Reread),
        new(ProblemCode.SealTaken, 409, "Somebody else sealed in the same moment.", RetrySame),
        new(ProblemCode.RetentionInvalid, 422, "The years are out of range.", "Name 0 to 30 years."),
        new(ProblemCode.UserInvalid, 422, "The rights of a person break a rule.", Correct),
    ];
}
