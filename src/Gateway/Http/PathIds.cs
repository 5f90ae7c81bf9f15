using System.Text;
using BillingActors.Gateway.Problems;

namespace BillingActors.Gateway.Http;

/// <summary>Refuses ids in a path that nothing could ever be called by, before a grain is woken for them.</summary>
internal sealed class PathIds : IEndpointFilter
{
    /// <summary>The one for all endpoints: one made by its type costs each of them code of its own.</summary>
    public static readonly PathIds Shared = new();

    private const int LengthMax = 100;

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var (name, value) in context.HttpContext.Request.RouteValues)
            if (value is string id && !IsId(id))
                return ValueTask.FromResult<object?>(Refused.With(ProblemCode.IdInvalid, $"Bad {name}."));
        return next(context);
    }

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsId(string text) =>
        text.Length is >= 1 and <= LengthMax
        && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar
            && rune.Value is not ('/' or '\\') && !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune));
}
