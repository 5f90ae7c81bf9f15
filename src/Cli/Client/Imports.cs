using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Cli.Client;

/// <summary>Hands files in and waits until every record has its effect.</summary>
internal static class Imports
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Streams a file to the gateway.</summary>
    public static async Task<ImportView> HandIn(
        this GatewayClient gateway, string file, (string? Format, string? EntityId) of, Ask ask,
        CancellationToken cancellation)
    {
        await using var bytes = File.OpenRead(file);
        var path = Paths.List(
            "v1/imports", ("format", of.Format), ("entity", of.EntityId), ("fileName", Path.GetFileName(file)));
        return await gateway.Upload<ImportView>(path, bytes, ask, cancellation);
    }

    /// <summary>Waits until an import is done; the watcher sees each step.</summary>
    public static async Task<ImportView> UntilDone(
        this GatewayClient gateway, string importId, Action<ImportView> watch, CancellationToken cancellation)
    {
        while (true)
        {
            var import = await gateway.Get<ImportView>(Paths.Import(importId), cancellation);
            watch(import);
            if (import.State is "done" or "refused")
                return import;
            await Task.Delay(Between, cancellation);
        }
    }
}
