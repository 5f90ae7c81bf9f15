namespace BillingActors.Gateway.Problems;

/// <summary>Problems of parents, children and collective bills.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Collectives() =>
    [
        new("collective-bill-unknown", 404, "The collective bill is not known.", LookUp),
        new("parent-unknown", 404, "The parent is not an open account of the legal entity.", LookUp),
        new("parent-exists", 409, "Another account pays for it already.", "Have it leave that first."),
        new("paid-by-parent", 409, "A parent pays the bills of the account.", "Have it leave the parent first."),
        new("parent-not-collecting", 409, "The parent gets no collective bills.", "Start them first."),
        new("collective-ended", 409, "The collective bills have ended, with another successor.", Reread),
        new("collective-ending", 409, "Children still leave the account.", "Start again when none is left."),
        new("successor-invalid", 422, "The successor is the account itself.", "Name another account, or none."),
        new("hierarchy-too-deep", 409, "Parents and children have one level.",
            "An account with a parent pays for nobody else."),
        new("bill-day-invalid", 422, "The bill day is not one every month has.", "Name 1 to 28."),
    ];
}
