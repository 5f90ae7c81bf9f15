using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.OpenApi;

/// <summary>A problem as it is answered (RFC 9457).</summary>
/// <param name="Type">urn:billing:problem: and the code.</param>
/// <param name="Title">The same sentence every time.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is particular.</param>
/// <param name="Instance">Path of the call.</param>
/// <param name="Code">Stable code of the catalogue.</param>
/// <param name="TraceId">What to name when asking for help.</param>
/// <param name="ImportId">The import, where a file is refused.</param>
/// <param name="Problems">Line by line, where a file is refused; at most 100.</param>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Instance,
    string Code,
    string TraceId,
    string? Detail = null,
    string? ImportId = null,
    IReadOnlyList<RecordProblem>? Problems = null);
