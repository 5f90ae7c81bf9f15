namespace BillingActors.Domain.Primitives;

/// <summary>Who acts: a person, a key, a job or an import, by id.</summary>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="Id">User name, key prefix, job id or import id; never personal data beyond the user name.</param>
public sealed record Actor(ActorKind Kind, string Id);
