namespace BillingActors.Gateway.Problems;

/// <summary>Problems of durable streams.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Streams() =>
    [
        new(ProblemCode.StreamUnknown, 404, "There is no such stream.", Correct),
        new(ProblemCode.OperationUnknown, 404, "The operation is not known.",
            "Check the id; operations go when the rows they became are trimmed."),
        new(ProblemCode.QuarantineUnknown, 404, "The record is not in quarantine.", LookUp),
        new(ProblemCode.QuarantineDecided, 409, "Somebody has decided about the record before.", Reread),
        new(ProblemCode.QuarantineUnreadable, 409, "The content of the row is damaged.",
            "Have its sender send the records again, then discard the row."),
        new(ProblemCode.RecordsRejected, 422, "None of the records can be accepted.",
            "Correct what results names for each, and send them with a fresh key."),
        new(ProblemCode.StreamFull, 429, "Too much waits in the stream; nothing of the request is stored.",
            "Wait as long as Retry-After says, then send the same request with the same Idempotency-Key."),
    ];
}
