namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>A call, a data session or a message, as a network counted it.</summary>
/// <param name="Quantity">Seconds of a call, bytes of data, or a count.</param>
/// <param name="From">Who called.</param>
/// <param name="To">Who was called.</param>
/// <param name="Direction">out, or in where the subscriber was called.</param>
/// <param name="Event">call, data, sms or a word of the tariff.</param>
/// <param name="Session">Id that the records of one connection share.</param>
/// <param name="IsContinuation">Whether it goes on where the record of the session before it stopped.</param>
/// <param name="Network">Network that served the subscriber abroad.</param>
/// <param name="SubscriberId">Id of the subscriber; the contract stands for him unless it is given.</param>
/// <param name="Route">The number as the network routed it; as it was called unless it is given.</param>
[GenerateSerializer, Immutable, Alias("call-use")]
public sealed record CallUse(
    [property: Id(0)] decimal Quantity,
    [property: Id(1)] string From,
    [property: Id(2)] string To,
    [property: Id(3)] string Direction = "out",
    [property: Id(4)] string Event = "call",
    [property: Id(5)] string? Session = null,
    [property: Id(6)] bool IsContinuation = false,
    [property: Id(7)] string? Network = null,
    [property: Id(8)] string? SubscriberId = null,
    [property: Id(9)] string? Route = null);
