using System.Collections.Immutable;

namespace BillingActors.Gateway.Streams;

/// <summary>Records for a stream, the body they were read from, and the path of its operations.</summary>
internal sealed record StreamRequest(
    string Namespace, string Path, string Body, ImmutableArray<IncomingRecord> Records);
