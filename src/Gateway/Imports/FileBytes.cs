using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Imports;

/// <summary>A file as it streams in, and whose records it may bring.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Scope">Legal entities the caller may see.</param>
internal sealed record FileBytes(HashingStream Bytes, EntityScope Scope);
