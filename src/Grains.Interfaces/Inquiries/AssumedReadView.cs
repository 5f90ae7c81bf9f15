namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>A read that was assumed, as an import would bring it.</summary>
/// <param name="ServicePointId">Service point.</param>
/// <param name="Register">Register.</param>
/// <param name="MeterSerial">The meter that is meant.</param>
/// <param name="On">Day of the read.</param>
/// <param name="Value">What it would have shown, exact.</param>
/// <param name="Before">What it showed; null where it was not read on the day.</param>
/// <param name="Unit">Unit of the register.</param>
/// <param name="Direction">import or export.</param>
/// <param name="Quality">actual or customer.</param>
/// <param name="Kind">Why it was read: that of the read it replaces, else special.</param>
[GenerateSerializer, Immutable, Alias("assumed-read-view")]
public sealed record AssumedReadView(
    [property: Id(0)] string ServicePointId,
    [property: Id(1)] string Register,
    [property: Id(2)] string MeterSerial,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] decimal Value,
    [property: Id(5)] decimal? Before,
    [property: Id(6)] string Unit,
    [property: Id(7)] string Direction,
    [property: Id(8)] string Quality,
    [property: Id(9)] string Kind);
