namespace BillingActors.Gateway.Problems;

/// <summary>Problems of usage that is rated when it comes.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Usage() =>
    [
        new("reservation-unknown", 404, "The reservation is not known, or it ended.", LookUp),
        new("spending-cap-unknown", 404, "There is no such spending cap.", LookUp),
        new("reservation-exists", 409, "This id is used for another reservation.", "Use a fresh id."),
        new("reservation-expired", 409, "The reservation expired.",
            "Send the records as ordinary usage: they are billed all the same."),
        new("reservation-exceeded", 409, "More was used than was reserved.",
            "Send the records as ordinary usage, or reserve so that it may extend."),
        new("reservation-count", 409, "Too many reservations run.", "Commit or release some of them."),
        new("spending-cap-reached", 409, "The spending cap leaves less.", "Reserve no more than it leaves."),
        new("usage-batch-size", 422, "A batch has no records, or too many.", Correct),
        new("usage-record-refused", 422, "A record cannot be rated.",
            "Correct it or what it needs; of a commit, send it as ordinary usage to have it set aside."),
        new("reservation-time-invalid", 422, "A reservation cannot last so long.", Correct),
        new("cap-percents-invalid", 422, "The percents of a cap are out of order.", Correct),
        new("cap-policy-unknown", 422, "The policy of a cap is not known.", Correct),
        new("party-unknown", 422, "Nobody is charged for the call.",
            "Enter the contract of the service point, then drive the record again."),
        new("call-ended", 409, "The call was closed before this part came.",
            "Charge the rest by hand if it is worth it, and drop the record."),
        new("call-part-conflict", 409, "The part contradicts others of its call.",
            "Ask the network which of them is right, and drop the other."),
        new("call-parts-differ", 409, "The part belongs to another call.", "Ask the network, and drop the record."),
        new("call-part-number", 422, "No part has such a number.", Correct),
    ];
}
