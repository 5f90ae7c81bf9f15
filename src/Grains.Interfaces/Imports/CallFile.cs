namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>What a file of call records says of itself; its totals are those of its records.</summary>
/// <param name="Source">Who wrote it, such as a switch.</param>
/// <param name="Sequence">Its number among the files of the source, from 1.</param>
/// <param name="RecordCount">Records.</param>
/// <param name="Total">Sum of their quantities.</param>
/// <param name="Sha256">Hash of its rows, hexadecimal: equal files differ in nothing but how they were packed.</param>
[GenerateSerializer, Immutable, Alias("call-file")]
public sealed record CallFile(
    [property: Id(0)] string Source,
    [property: Id(1)] long Sequence,
    [property: Id(2)] long RecordCount,
    [property: Id(3)] decimal Total,
    [property: Id(4)] string Sha256);
