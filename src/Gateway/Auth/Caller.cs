using System.Collections.Immutable;
using System.Security.Claims;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Who calls. Four eyes count persons, so a key acts as the person it stands for: two keys of one person are one actor.
/// </summary>
/// <param name="PersonId">The person.</param>
/// <param name="Roles">Roles.</param>
/// <param name="Scope">Legal entities the caller may see.</param>
public sealed record Caller(string PersonId, ImmutableArray<string> Roles, EntityScope Scope)
    : IBindableFromHttpContext<Caller>
{
    /// <summary>Kind of actor in every command of the API.</summary>
    public const string ActorKind = "person";

    /// <summary>The API key that was used; null where none was.</summary>
    public string? KeyId { get; init; }

    /// <summary>Whether the caller may see everything.</summary>
    public bool IsUnlimited => Scope.Entities.IsEmpty;

    /// <summary>The envelope of a question, which stores nothing.</summary>
    internal CommandEnvelope Asking(DateTimeOffset at) => new("question", ActorKind, PersonId, "api", at);

    public static ValueTask<Caller?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(Of(context.User));

    /// <summary>Reads the caller from its claims; without a word about legal entities there is no caller.</summary>
    public static Caller Of(ClaimsPrincipal user)
    {
        var person = user.FindFirstValue(BillingClaim.Person);
        var entities = user.FindAll(BillingClaim.Entity).Select(claim => claim.Value).ToImmutableArray();
        if (string.IsNullOrEmpty(person) || entities.IsEmpty)
            throw new InvalidOperationException("An authenticated caller has a person and legal entities.");
        var isUnlimited = entities.Contains(BillingClaim.AllEntities, StringComparer.Ordinal);
        var scope = isUnlimited ? EntityScope.All : new EntityScope(entities);
        return new Caller(person, [.. user.FindAll(BillingClaim.Role).Select(claim => claim.Value)], scope)
        {
            KeyId = user.FindFirstValue(BillingClaim.Key),
        };
    }
}
