namespace BillingActors.Storage.Exports;

/// <summary>A program that writes long exports, and until when it is believed to live.</summary>
/// <param name="HolderId">The program; another one after each start.</param>
/// <param name="Now">The present moment.</param>
/// <param name="Until">When others may take over.</param>
public sealed record ExportHolder(string HolderId, DateTimeOffset Now, DateTimeOffset Until);
