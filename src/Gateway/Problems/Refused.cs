using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Problems;

/// <summary>Makes the problem result of a code.</summary>
internal static class Refused
{
    /// <summary>A problem of the catalogue; the writer adds instance and trace id.</summary>
    public static ProblemHttpResult With(
        string code, string detail, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var kind = ProblemCatalogue.Of(code);
        var members = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = kind.Code };
        foreach (var (name, value) in more)
            members[name] = value;
        return TypedResults.Problem(
            detail: kind.Status == StatusCodes.Status500InternalServerError ? null : detail,
            statusCode: kind.Status,
            title: kind.Title,
            type: ProblemWriter.TypeOf(kind.Code),
            extensions: members);
    }

    /// <summary>The answer to an account that does not exist, or that the caller may not see.</summary>
    public static ProblemHttpResult Account() => With(ProblemCode.AccountUnknown, "There is no such account.");

    /// <summary>The answer to a bill run that does not exist, or that the caller may not see.</summary>
    public static ProblemHttpResult Run() => With(ProblemCode.RunUnknown, "There is no such bill run.");
}
