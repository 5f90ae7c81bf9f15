using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>An import that counts how often it was woken.</summary>
internal sealed class FakeImport(string importId, MemoryInbox inbox) : IImportGrain
{
    public int WorkCount { get; private set; }

    public Task Work(CancellationToken cancellation)
    {
        WorkCount++;
        return Task.CompletedTask;
    }

    public async Task<Reply<ImportView>> Redrive(
        CommandEnvelope envelope, long worklistId, CancellationToken cancellation) =>
        await inbox.View(importId, cancellation) is { } view
            ? new Reply<ImportView>(view)
            : Reply<ImportView>.No("import-unknown", "There is no such import.");

    public Task<ImportView?> View(CancellationToken cancellation) => inbox.View(importId, cancellation);
}
