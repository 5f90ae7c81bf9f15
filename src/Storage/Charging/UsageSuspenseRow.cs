namespace BillingActors.Storage.Charging;

/// <summary>A record that was set aside.</summary>
/// <param name="Name">Source and id.</param>
/// <param name="Code">Why.</param>
/// <param name="Detail">The same in words, without personal data.</param>
/// <param name="Payload">The record, sealed.</param>
public sealed record UsageSuspenseRow(string Name, string Code, string Detail, byte[] Payload);
