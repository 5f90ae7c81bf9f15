namespace BillingActors.Storage.Imports;

/// <summary>What is asked of an import that its state does not allow: a defect of the caller, so a fault.</summary>
internal static class ImportFaults
{
    public const int ProblemCountMax = 100;

    public static InvalidOperationException NotReceiving(string importId, string? state) => new(
        $"Import {importId} takes no more of its file: it is {state ?? "unknown"}.");

    public static InvalidOperationException NotWaiting(string importId, int sequence) => new(
        $"Batch {sequence} of import {importId} does not wait to be worked off.");
}
