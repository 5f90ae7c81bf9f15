using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>
/// How far an import is and what became of its records; records = stored + corrected + duplicate + rejected.
/// </summary>
/// <param name="ImportId">Import.</param>
/// <param name="FileName">File name.</param>
/// <param name="Format">Format.</param>
/// <param name="State">receiving, refused, accepted, working or done.</param>
/// <param name="Sha256">Hash of the file, hexadecimal; empty while receiving.</param>
/// <param name="RecordCount">Records read.</param>
/// <param name="StoredCount">Stored as new.</param>
/// <param name="CorrectedCount">Stored as a new version of what was there.</param>
/// <param name="DuplicateCount">Known already, word for word.</param>
/// <param name="RejectedCount">In the worklist.</param>
/// <param name="At">When it was handed in.</param>
/// <param name="ActorId">Who handed it in.</param>
/// <param name="Problems">Why the file was refused; empty otherwise.</param>
[GenerateSerializer, Immutable, Alias("import-view")]
public sealed record ImportView(
    [property: Id(0)] string ImportId,
    [property: Id(1)] string FileName,
    [property: Id(2)] string Format,
    [property: Id(3)] string State,
    [property: Id(4)] string Sha256,
    [property: Id(5)] long RecordCount,
    [property: Id(6)] long StoredCount,
    [property: Id(7)] long CorrectedCount,
    [property: Id(8)] long DuplicateCount,
    [property: Id(9)] long RejectedCount,
    [property: Id(10)] DateTimeOffset At,
    [property: Id(11)] string ActorId,
    [property: Id(12)] ImmutableArray<RecordProblem> Problems);
