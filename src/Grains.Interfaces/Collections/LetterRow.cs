namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>A letter in short.</summary>
/// <param name="LetterId">Letter.</param>
/// <param name="Level">Level.</param>
/// <param name="On">Day.</param>
/// <param name="AskedMinor">Asked for.</param>
/// <param name="FeeMinor">Fee.</param>
[GenerateSerializer, Immutable, Alias("letter-row")]
public sealed record LetterRow(
    [property: Id(0)] string LetterId,
    [property: Id(1)] int Level,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] long AskedMinor,
    [property: Id(4)] long FeeMinor);
