using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.MasterData;

namespace BillingActors.Storage.Reports;

/// <summary>Money limits from the newest records of legal entities.</summary>
internal sealed class LimitReports(IMasterDataStore records) : ILimitReports
{
    private const int EntityCountMax = 1000;

    public async Task<ImmutableArray<EntityLimits>> Limits(EntityScope scope, CancellationToken cancellation) =>
    [
        .. (await records.List(MasterKind.LegalEntity, "", EntityCountMax, cancellation))
            .Where(record => scope.Allows(record.Id)).Select(Read),
    ];

    private static EntityLimits Read(MasterRecord record)
    {
        var entity = JsonSerializer.Deserialize<Entity>(record.Body.Span, JsonSerializerOptions.Web)!;
        return new EntityLimits(
            record.Id, entity.Name, entity.Currency, record.Version, record.Context.Actor.Id,
            entity.ApprovalLimits ?? DefaultsOf(entity.Currency), entity.Delegations ?? []);
    }

    private static ImmutableArray<ApprovalLimitRecord> DefaultsOf(string currency) =>
    [
        .. ApprovalPolicy.DefaultsOf(Currency.Of(currency))
            .Select(limit => new ApprovalLimitRecord(limit.Role, limit.Action, limit.LimitMinor)),
    ];

    /// <summary>What is read of a legal entity.</summary>
    private sealed record Entity(
        string Name,
        string Currency,
        ImmutableArray<ApprovalLimitRecord>? ApprovalLimits,
        ImmutableArray<DelegationRecord>? Delegations);
}
