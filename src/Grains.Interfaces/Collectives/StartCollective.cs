namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>Lets an account pay for others, with a collective bill each month.</summary>
/// <param name="BillDay">Day of the month, 1 to 28.</param>
[GenerateSerializer, Immutable, Alias("start-collective")]
public sealed record StartCollective([property: Id(0)] int BillDay);
