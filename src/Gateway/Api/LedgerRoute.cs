using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>The books a path names, as far as the caller may see them.</summary>
internal sealed record LedgerRoute(
    string EntityId, Caller Caller, IGrainFactory Grains, ILedgerReports Reports, HttpContext Http)
{
    /// <summary>The grain of the entity's periods.</summary>
    public ILedgerGrain Periods => Grains.GetGrain<ILedgerGrain>(EntityId);

    /// <summary>Whether there is such a legal entity for the caller.</summary>
    public async Task<bool> Exists(CancellationToken cancellation) =>
        await Grains.Find(Caller, (MasterKindName.LegalEntity, EntityId), cancellation) is not null;

    /// <summary>The entity's books with the chart that holds on a day; null where the caller sees none.</summary>
    public async Task<BooksQuery?> Books(DateOnly on, CancellationToken cancellation)
    {
        var entity = await Grains.Find(Caller, (MasterKindName.LegalEntity, EntityId), cancellation);
        if (entity?.Content.LegalEntity is not { } record)
            return null;
        var chart = await Grains.HoldingOn((MasterKindName.Chart, EntityId), on, cancellation);
        return new BooksQuery(EntityId, record.Zone, chart?.Chart);
    }

    /// <summary>The answer to a legal entity that does not exist, or that the caller may not see.</summary>
    public static ProblemHttpResult Unknown() =>
        Refused.With(ProblemCode.RecordUnknown, "There is no such legal-entity.");
}
