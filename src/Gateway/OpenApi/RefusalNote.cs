using System.Collections.Immutable;

namespace BillingActors.Gateway.OpenApi;

/// <summary>Problems an endpoint can answer.</summary>
/// <param name="Codes">Codes of the catalogue.</param>
internal sealed record RefusalNote(ImmutableArray<string> Codes);
