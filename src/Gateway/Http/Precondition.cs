using System.Globalization;
using BillingActors.Gateway.Problems;

namespace BillingActors.Gateway.Http;

/// <summary>Which version a call replaces, as If-Match or If-None-Match say it.</summary>
/// <param name="ExpectedVersion">The version; null for a new record.</param>
internal sealed record Precondition(long? ExpectedVersion) : IBindableFromHttpContext<Precondition>
{
    /// <summary>Whether something new is made.</summary>
    public bool IsNew => ExpectedVersion is null;

    public static ValueTask<Precondition?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter)
    {
        var (match, noneMatch) = (context.Request.Headers.IfMatch, context.Request.Headers.IfNoneMatch);
        if (match.Count == 0 && noneMatch.Count == 0)
            throw new ProblemException(ProblemCode.PreconditionMissing, "If-Match or If-None-Match: * is missing.");
        if (match.Count + noneMatch.Count > 1)
            throw Invalid();
        var precondition = match.Count == 1 ? new Precondition(Parse(match[0]!)) : New(noneMatch[0]);
        return ValueTask.FromResult<Precondition?>(precondition);
    }

    /// <summary>A version as strong entity tag.</summary>
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static Precondition New(string? noneMatch) =>
        noneMatch == "*" ? new Precondition((long?)null) : throw Invalid();

    private static long Parse(string tag) =>
        tag.Length > 2 && tag[0] == '"' && tag[^1] == '"'
        && long.TryParse(tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw Invalid();

    private static ProblemException Invalid() =>
        new(ProblemCode.VersionInvalid, "One If-Match with one ETag, or one If-None-Match: *, is expected.");
}
