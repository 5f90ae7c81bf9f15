namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A counter of a meter.</summary>
/// <param name="Id">Register at the service point.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Direction">import or export.</param>
/// <param name="Digits">Dial digits.</param>
/// <param name="Multiplier">Multiplier.</param>
[GenerateSerializer, Immutable, Alias("register-record")]
public sealed record RegisterRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string Unit,
    [property: Id(2)] string Direction,
    [property: Id(3)] int Digits,
    [property: Id(4)] decimal Multiplier);
