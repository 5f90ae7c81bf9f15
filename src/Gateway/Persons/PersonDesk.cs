using System.Globalization;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Privacy;

namespace BillingActors.Gateway.Persons;

/// <summary>
/// Restricts a person's data at once, and erases it by another person when the last legal duty has ended: its key is
/// destroyed, sums and chains stay as they are.
/// </summary>
internal sealed class PersonDesk(IPersonStore store, IPersonDuties duties, IGrainFactory grains)
{
    private const string Free = "free";

    /// <summary>How far it is; null where there is no customer the caller may see.</summary>
    public async Task<PersonView?> View(
        Caller caller, string customerId, DateOnly today, CancellationToken cancellation)
    {
        if (await EntityOf(caller, customerId, cancellation) is null)
            return null;
        var request = await store.Find(customerId, cancellation);
        var duty = await duties.Of(customerId, today, cancellation);
        return new PersonView(
            customerId, request?.State ?? Free, request?.AskedBy, request?.AskedAt, duty.EndsOn,
            duty.OpenAccountCount, duty.UnsettledAccountCount, duty.HasEnded);
    }

    /// <summary>Restricts the data; again is a replay.</summary>
    public async Task<Reply<PersonView>> Restrict(
        Caller caller, (string CustomerId, DateOnly Today) what, AuditEntry noted, CancellationToken cancellation)
    {
        var (customerId, today) = what;
        if (await EntityOf(caller, customerId, cancellation) is not { } entityId)
            return Unknown();
        var request = new PersonRequest(
            customerId, entityId, PersonRequest.Restricted, caller.PersonId, noted.At, noted.Reason ?? "");
        var entry = noted with { Action = "person-restricted", Subject = Of(customerId, entityId) };
        var isNew = await store.Restrict(request, entry, cancellation);
        return new Reply<PersonView>(await View(caller, customerId, today, cancellation), IsReplay: !isNew);
    }

    /// <summary>Erases what is restricted, when no duty is left.</summary>
    public async Task<Reply<PersonView>> Erase(
        Caller caller, (string CustomerId, DateOnly Today) what, AuditEntry noted, CancellationToken cancellation)
    {
        var (customerId, today) = what;
        if (await EntityOf(caller, customerId, cancellation) is not { } entityId)
            return Unknown();
        var request = await store.Find(customerId, cancellation);
        if (request is null)
            return No(ProblemCode.NotRestricted, "Restrict the data first; another person erases it.");
        if (request.State == PersonRequest.Erased)
            return new Reply<PersonView>(await View(caller, customerId, today, cancellation), IsReplay: true);
        if (request.AskedBy == caller.PersonId)
            return No("second-person-needed", "You restricted the data; another person erases it.");
        var duty = await duties.Of(customerId, today, cancellation);
        if (!duty.HasEnded)
            return No(ProblemCode.DutyRuns, Why(duty));
        var entry = noted with { Action = "person-erased", Subject = Of(customerId, entityId) };
        return await store.Erase(customerId, entry, cancellation)
            ? new Reply<PersonView>(await View(caller, customerId, today, cancellation))
            : No(ProblemCode.NotRestricted, "Somebody else decided in the same moment.");
    }

    private static string Why(PersonDuty duty) => duty.EndsOn is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"Records are kept through {day:yyyy-MM-dd}.")
        : $"{duty.OpenAccountCount} accounts are open, "
            + $"and on {duty.UnsettledAccountCount} closed ones something is owed.";

    private async Task<string?> EntityOf(Caller caller, string customerId, CancellationToken cancellation) =>
        (await grains.Find(caller, (MasterKindName.Customer, customerId), cancellation))?.Content.Customer?.EntityId;

    private static AuditSubject Of(string customerId, string entityId) => new("customer", customerId, entityId);

    private static Reply<PersonView> Unknown() => No(ProblemCode.CustomerUnknown, "There is no such customer.");

    private static Reply<PersonView> No(string code, string detail) => Reply<PersonView>.No(code, detail);
}
