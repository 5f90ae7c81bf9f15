namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>A file that was handed in.</summary>
/// <param name="ImportId">Import.</param>
/// <param name="FileName">Its name, without a path.</param>
/// <param name="Format">nem12, nem13, espi, usage-csv, contracts-csv, calls-csv, payments-csv or payments-json.</param>
/// <param name="ActorKind">Who handed it in: person or key.</param>
/// <param name="ActorId">Who.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("import-header")]
public sealed record ImportHeader(
    [property: Id(0)] string ImportId,
    [property: Id(1)] string FileName,
    [property: Id(2)] string Format,
    [property: Id(3)] string ActorKind,
    [property: Id(4)] string ActorId,
    [property: Id(5)] DateTimeOffset At);
