namespace BillingActors.Gateway.Problems;

/// <summary>Problems of people, keys, the audit trail and personal data.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Safety() =>
    [
        new(ProblemCode.OwnRights, 403, "Nobody changes their own rights.", "Ask another administrator."),
        new(ProblemCode.UserUnknown, 404, "The person is not known.", LookUp),
        new(ProblemCode.SealTaken, 409, "Somebody else sealed in the same moment.", RetrySame),
        new(ProblemCode.UserInvalid, 422, "The rights of a person break a rule.", Correct),
    ];
}
