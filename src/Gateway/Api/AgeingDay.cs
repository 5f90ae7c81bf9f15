using BillingActors.Gateway.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>A day, and what ages are counted from on it: due-date, as when nothing is said, or document-date.</summary>
internal sealed record AgeingDay(DateOnly AsOf, string? Basis = null)
{
    /// <summary>Whether ages count from the document date.</summary>
    public bool IsByDocument => Basis == "document-date";

    /// <summary>What is wrong with it, or null.</summary>
    public ProblemHttpResult? Problem => ProblemOf(Basis);

    /// <summary>What is wrong with a basis, or null.</summary>
    public static ProblemHttpResult? ProblemOf(string? basis) =>
        basis is null or "due-date" or "document-date"
            ? null
            : Refused.With(ProblemCode.RequestInvalid, "basis must be due-date or document-date.");
}
