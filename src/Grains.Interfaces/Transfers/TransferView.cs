using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Transfers;

/// <summary>A transfer as one of its two accounts keeps it.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Direction">out or in.</param>
/// <param name="OtherAccountId">The account at the other end.</param>
/// <param name="State">Of one that goes out: pending, done or returned. Of one that came in: taken or refused.</param>
/// <param name="Code">Why it was returned or refused; null otherwise.</param>
/// <param name="Currency">Currency of both accounts.</param>
/// <param name="NetMinor">What is owed by the items less the cash, in minor units.</param>
/// <param name="CashMinor">Cash, in minor units.</param>
/// <param name="Items">Items, each whole.</param>
/// <param name="On">When it left, or came in.</param>
[GenerateSerializer, Immutable, Alias("transfer-view")]
public sealed record TransferView(
    [property: Id(0)] string TransferId,
    [property: Id(1)] string Direction,
    [property: Id(2)] string OtherAccountId,
    [property: Id(3)] string State,
    [property: Id(4)] string? Code,
    [property: Id(5)] string Currency,
    [property: Id(6)] long NetMinor,
    [property: Id(7)] long CashMinor,
    [property: Id(8)] ImmutableArray<TransferItemView> Items,
    [property: Id(9)] DateOnly On);
