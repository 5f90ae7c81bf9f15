using BillingActors.Grains.Interfaces.Charging;

namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>One call record of a file; it is named by the source of the file and the id the source gave it.</summary>
/// <param name="Party">
/// Who is charged: "entity/account", "entity/account/contract", or a service point, such as a number, whose contract of
/// the day is charged.
/// </param>
/// <param name="Usage">The call; of a long call, what this part of it says.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Part">Number of the part of a long call, from 1; 0 is a whole call.</param>
/// <param name="IsLast">Whether the long call ended with this part.</param>
[GenerateSerializer, Immutable, Alias("call-entry")]
public sealed record CallEntry(
    [property: Id(0)] string Party,
    [property: Id(1)] UsageEntry Usage,
    [property: Id(2)] int Line,
    [property: Id(3)] int Part = 0,
    [property: Id(4)] bool IsLast = false);
