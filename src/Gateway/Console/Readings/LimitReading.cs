using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads how much somebody may move alone, to say why a request waits.</summary>
internal sealed class LimitReading(ILimitReports reports, Standings standings)
{
    private const string Any = "*";

    /// <summary>
    /// The role of a person that may move most alone by an action, with how much; null where the person is not known
    /// here or the legal entity is not the caller's to see. A role without a limit may move nothing alone.
    /// </summary>
    public async Task<(string Role, long LimitMinor)?> Of(
        Caller caller, string entityId, (string PersonId, string Action, string Currency) of,
        CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(entityId) || await standings.Of(of.PersonId, cancellation) is not { } person
            || (await reports.Limits(new EntityScope([entityId]), cancellation)) is not [var entity, ..])
        {
            return null;
        }
        var limits = entity.Limits.Where(limit => (limit.Currency ?? entity.Currency) == of.Currency).ToList();
        return person.Roles
            .Select(role => (role, limits.Find(limit => limit.Role == role && limit.Action == of.Action)
                ?? limits.Find(limit => limit.Role == role && limit.Action == Any)))
            .Select(found => ((string, long)?)(found.role, found.Item2?.AloneMinor ?? found.Item2?.LimitMinor ?? 0))
            .OrderByDescending(found => found!.Value.Item2).FirstOrDefault();
    }
}
