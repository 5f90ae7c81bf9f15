using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tax.Places;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.MasterData;

namespace BillingActors.Grains.MasterData;

/// <summary>
/// Master data as the domain needs it. Tariffs are parsed once per stored version; whether there is a newer one is
/// asked
/// each time, so a change is seen by the next page of a run.
/// </summary>
internal sealed class MasterCatalogue(IMasterDataStore store)
{
    private const int TariffCountMax = 1000;
    private const int JurisdictionCountMax = 20_000;
    private const int PolicyCountMax = 500;

    private readonly ConcurrentDictionary<(string Id, long Version), Tariff> _tariffs = new();
    private readonly ConcurrentDictionary<(string Id, long Version), TaxJurisdiction> _jurisdictions = new();

    public async Task<LegalEntity?> Entity(string id, CancellationToken cancellation) =>
        await store.Newest(MasterKind.LegalEntity, id, cancellation) is { } record
            ? MasterJson.Read(record.Kind, record.Body.Span).LegalEntity?.ToDomain()
            : null;

    /// <summary>A legal entity with what it does about money that comes in; null when there is none.</summary>
    public async Task<(LegalEntity Entity, CashPolicyRecord Cash)?> EntityWithCash(
        string id, CancellationToken cancellation) =>
        await store.Newest(MasterKind.LegalEntity, id, cancellation) is { } record
            && MasterJson.Read(record.Kind, record.Body.Span).LegalEntity is { } entity
            ? (entity.ToDomain(), entity.Cash ?? new CashPolicyRecord())
            : null;

    public async Task<BillCycle?> Cycle(string id, CancellationToken cancellation) =>
        await store.Newest(MasterKind.BillCycle, id, cancellation) is { } record
            ? MasterJson.Read(record.Kind, record.Body.Span).BillCycle?.ToDomain()
            : null;

    public async Task<bool> Exists(MasterKind kind, string id, CancellationToken cancellation) =>
        await store.Newest(kind, id, cancellation) is not null;

    /// <summary>The policies of dunning of a legal entity, in order of id.</summary>
    public async Task<ImmutableArray<DunningPolicy>> DunningPolicies(string entityId, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<DunningPolicy>();
        var after = "";
        while (true)
        {
            var page = await store.List(MasterKind.DunningPolicy, after, PolicyCountMax, cancellation);
            found.AddRange(page.Where(record => record.EntityId == entityId)
                .Select(record => MasterJson.Read(record.Kind, record.Body.Span).DunningPolicy!.ToDomain()));
            if (page.Length < PolicyCountMax)
                return found.ToImmutable();
            after = page[^1].Id;
        }
    }

    /// <summary>The rules of disputes of a legal entity, the defaults where it has none of its own.</summary>
    public async Task<DisputePolicy> DisputePolicy(string entityId, CancellationToken cancellation) =>
        await store.Newest(MasterKind.DisputePolicy, entityId, cancellation) is { } record
            ? MasterJson.Read(record.Kind, record.Body.Span).DisputePolicy!.ToDomain()
            : Domain.Disputes.DisputePolicy.Default;

    /// <summary>Known tariffs by id, with the version of their record.</summary>
    public async Task<Dictionary<string, (Tariff Tariff, long Version)>> Tariffs(
        IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<string, (Tariff, long)>(StringComparer.Ordinal);
        if (ids.Count == 0)
            return found;
        if (_tariffs.Count > TariffCountMax)
            _tariffs.Clear();
        foreach (var record in await store.NewestOf(MasterKind.Tariff, ids, cancellation))
        {
            var tariff = _tariffs.GetOrAdd((record.Id, record.Version), static (_, body) => Parse(body), record);
            found[record.Id] = (tariff, record.Version);
        }
        return found;
    }

    /// <summary>Known service points by id.</summary>
    public async Task<Dictionary<string, ServicePoint>> ServicePoints(
        IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<string, ServicePoint>(StringComparer.Ordinal);
        if (ids.Count == 0)
            return found;
        foreach (var record in await store.NewestOf(MasterKind.ServicePoint, ids, cancellation))
        {
            if (MasterJson.Read(record.Kind, record.Body.Span).ServicePoint is { } point)
                found[record.Id] = point.ToDomain();
        }
        return found;
    }

    /// <summary>Known tax jurisdictions by id, with the version of their record.</summary>
    public async Task<Dictionary<string, (TaxJurisdiction Jurisdiction, long Version)>> Jurisdictions(
        IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<string, (TaxJurisdiction, long)>(StringComparer.Ordinal);
        if (ids.Count == 0)
            return found;
        if (_jurisdictions.Count > JurisdictionCountMax)
            _jurisdictions.Clear();
        foreach (var record in await store.NewestOf(MasterKind.TaxJurisdiction, ids, cancellation))
        {
            var parsed = _jurisdictions.GetOrAdd(
                (record.Id, record.Version), static (_, body) => ParseJurisdiction(body), record);
            found[record.Id] = (parsed, record.Version);
        }
        return found;
    }

    /// <summary>Whether there is any tax jurisdiction.</summary>
    public async Task<bool> HasJurisdictions(CancellationToken cancellation) =>
        !(await store.List(MasterKind.TaxJurisdiction, "", 1, cancellation)).IsEmpty;

    /// <summary>Tax status of customers that have one, with the version of their record.</summary>
    public async Task<Dictionary<string, (TaxProfileRecord Profile, long Version)>> TaxProfiles(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation) =>
        (await store.NewestOf(MasterKind.TaxProfile, customerIds, cancellation)).ToDictionary(
            record => record.Id,
            record => (MasterJson.Read(record.Kind, record.Body.Span).TaxProfile!, record.Version),
            StringComparer.Ordinal);

    private static TaxJurisdiction ParseJurisdiction(MasterRecord record) =>
        TaxMapping.ToDomain(MasterJson.Read(record.Kind, record.Body.Span).TaxJurisdiction!).Jurisdiction
        ?? throw new InvalidOperationException($"The stored tax jurisdiction {record.Id} cannot be read.");

    private static Tariff Parse(MasterRecord record) =>
        TariffMapping.ToDomain(MasterJson.Read(record.Kind, record.Body.Span).Tariff!).Tariff
        ?? throw new InvalidOperationException($"The stored tariff {record.Id} cannot be read.");
}
