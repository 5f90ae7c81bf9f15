using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Gateway.Worklists;

/// <summary>What a person can do about records that wait on the worklist, wherever their effect would be.</summary>
internal static class WaitingRecords
{
    /// <summary>A record of a file.</summary>
    public const string OfFile = "import-record";

    /// <summary>A record that could not be rated.</summary>
    public const string OfUsage = "usage-record";

    /// <summary>A long call of which parts are missing.</summary>
    public const string OpenCall = "open-call";

    /// <summary>Files of a source that are missing.</summary>
    public const string FileGap = "file-gap";

    /// <summary>An endpoint outside that is not called any more.</summary>
    public const string Endpoint = "webhook-endpoint";

    /// <summary>A document that could not be sent.</summary>
    public const string Delivery = "invoice-delivery";

    /// <summary>Whether the row can be tried again.</summary>
    public static bool MayBeDriven(WorklistRow row) => row.Kind is OfFile or OfUsage;

    /// <summary>Whether the row can be given up.</summary>
    public static bool MayBeDropped(WorklistRow row) =>
        row.Kind is OfFile or OfUsage or OpenCall or FileGap or Endpoint or Delivery;

    /// <summary>Tries a record again; a second time finds its row resolved.</summary>
    public static async Task<Problem?> Drive(
        IGrainFactory grains, WorklistRow row, CommandEnvelope envelope, CancellationToken cancellation)
    {
        if (row.State != "open")
            return new Problem(ProblemCode.WorklistResolved, "The row is not open any more.");
        if (row is { Kind: OfFile, ImportId: { } importId })
            return (await grains.GetGrain<IImportGrain>(importId).Redrive(envelope, row.Id, cancellation)).Problem;
        if (row is not { Kind: OfUsage, EntityId: { } entityId, AccountId: { } accountId, Field: { } name })
            return new Problem(ProblemCode.WorklistWrongKind, "The row is no record.");
        var reply = await grains.GetGrain<IAccountUsageGrain>(AccountKey.Of(entityId, accountId))
            .RecycleRecord(envelope, name, cancellation);
        return reply switch
        {
            { Problem: { } problem } => problem,
            { Value.SetAside: [var still, ..] } => new Problem(
                "usage-record-refused", $"{still.Code}: {still.Detail}"),
            _ => null,
        };
    }
}
