namespace BillingActors.Storage.Tests.Privacy;

/// <summary>One stored value and where it lies; text as UTF-8.</summary>
public sealed record Cell(string Place, byte[] Bytes);
