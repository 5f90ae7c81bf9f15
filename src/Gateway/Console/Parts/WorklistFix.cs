using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Worklists;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Worklists;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>
/// Something a person can do about a row of the worklist; the grain or store behind it has the rules.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">Rows it fits; null for all.</param>
/// <param name="Permission">What it needs.</param>
/// <param name="NeedsReason">Whether the person must say why.</param>
/// <param name="Send">Does it.</param>
internal sealed record WorklistFix(
    string Name,
    string? Kind,
    string Permission,
    bool NeedsReason,
    Func<WorklistFix.Tools, WorklistRow, CommandEnvelope, Task<Reply<WorklistRow>>> Send)
{
    /// <summary>An account that a bill run holds.</summary>
    public const string Held = "bill-exception";

    /// <summary>All of them; the first that fits a row is what Enter does.</summary>
    public static IReadOnlyList<WorklistFix> All { get; } =
    [
        OfRun("Calculate again", "recalculate"),
        OfRun("Release", "release"),
        OfRun("Skip", "skip"),
        new("Drive again", WaitingRecords.OfFile, Permissions.WorklistWrite, false, Redrive),
        new("Drop", WaitingRecords.OfFile, Permissions.WorklistWrite, true, Drop),
        new("Drive again", WaitingRecords.OfUsage, Permissions.WorklistWrite, false, Redrive),
        new("Drop", WaitingRecords.OfUsage, Permissions.WorklistWrite, true, Drop),
        new("Drop", WaitingRecords.OpenCall, Permissions.WorklistWrite, true, Drop),
        new("Drop", WaitingRecords.FileGap, Permissions.WorklistWrite, true, Drop),
        new("Drop", WaitingRecords.Endpoint, Permissions.WorklistWrite, true, Drop),
        new("Take it", null, Permissions.WorklistWrite, false, Assign),
        new("Snooze", null, Permissions.WorklistWrite, false, Rest) { IsRest = true },
    ];

    /// <summary>Whether it lets the row rest until a day.</summary>
    public bool IsRest { get; init; }

    /// <summary>Whether it ends the row, or its waiting, so that the next one comes up.</summary>
    public bool IsEnd => Kind is not null || IsRest;

    /// <summary>The command of it.</summary>
    public DeskCommand Command(string reason) => new(Permission, reason);

    private static WorklistFix OfRun(string name, string action) => new(
        name, Held, Permissions.RunsWork, true,
        async (tools, row, envelope) =>
        {
            var reply = await tools.Grains.GetGrain<IBillRunGrain>(row.RunId!)
                .Resolve(envelope, new ResolveHeld(row.AccountId!, action), default);
            return reply.Problem is { } problem ? Reply<WorklistRow>.No(problem.Code, problem.Detail) : new(row);
        });

    private static async Task<Reply<WorklistRow>> Redrive(Tools tools, WorklistRow row, CommandEnvelope envelope) =>
        await WaitingRecords.Drive(tools.Grains, row, envelope, default) is { } problem
            ? Reply<WorklistRow>.No(problem.Code, problem.Detail)
            : new(row);

    private static async Task<Reply<WorklistRow>> Drop(Tools tools, WorklistRow row, CommandEnvelope envelope) =>
        await tools.Store.Resolve(row.Id, "dropped", envelope.ActorId, envelope.Reason!, default)
            ? new(row)
            : Gone();

    private static async Task<Reply<WorklistRow>> Assign(Tools tools, WorklistRow row, CommandEnvelope envelope) =>
        await tools.Store.Assign(row.Id, envelope.ActorId, default) ? new(row) : Gone();

    private static Task<Reply<WorklistRow>> Rest(Tools tools, WorklistRow row, CommandEnvelope envelope) =>
        Snoozing.Snooze(
            tools.Store, row.Id, (tools.Until, DateOnly.FromDateTime(envelope.At.UtcDateTime)), default);

    private static Reply<WorklistRow> Gone() =>
        Reply<WorklistRow>.No(ProblemCode.WorklistResolved, "The row is not open any more.");

    /// <summary>What fixes are done with.</summary>
    /// <param name="Grains">Runs and imports.</param>
    /// <param name="Store">The worklist.</param>
    /// <param name="Until">The day until which rows rest.</param>
    internal sealed record Tools(IGrainFactory Grains, IWorklistStore Store, DateOnly Until);
}
