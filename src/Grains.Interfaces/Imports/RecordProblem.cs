namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>Why a line of a file is wrong: where, which field, which rule.</summary>
/// <param name="Line">Line of the file, from 1; 0 for the file as a whole.</param>
/// <param name="Field">Field or record type, in the words of the format.</param>
/// <param name="Rule">Stable kebab-case code of the rule that was broken.</param>
/// <param name="Detail">What was found and what was expected, without personal data.</param>
[GenerateSerializer, Immutable, Alias("record-problem")]
public sealed record RecordProblem(
    [property: Id(0)] int Line,
    [property: Id(1)] string Field,
    [property: Id(2)] string Rule,
    [property: Id(3)] string Detail);
