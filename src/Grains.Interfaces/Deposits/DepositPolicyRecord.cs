namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>The rules of deposits at a legal entity.</summary>
/// <param name="Amount">How much; null: nobody is asked by rule, only by hand.</param>
/// <param name="InstalmentCount">Parts where nobody asks for another number.</param>
/// <param name="InstalmentCountMax">The most parts.</param>
/// <param name="FirstAfterDays">Days from the request to the first part.</param>
/// <param name="EveryDays">Days from part to part.</param>
/// <param name="Interest">Interest; null: none.</param>
/// <param name="GoodMonths">Months of good history since it was paid; 0: it is kept until the final bill.</param>
/// <param name="LateCountMax">Bills that may have been paid late in these months.</param>
/// <param name="LateAfterDays">Days after the due day that are not late yet.</param>
/// <param name="DisconnectionCountMax">Disconnections there may have been in these months.</param>
/// <param name="ReturnCountMax">Payments that may have come back in these months.</param>
/// <param name="Arrears">What it pays first when it goes back: overdue or open.</param>
/// <param name="IsRefunded">Whether the rest is paid out; else it stays on the account as a credit.</param>
[GenerateSerializer, Immutable, Alias("deposit-policy-record")]
public sealed record DepositPolicyRecord(
    [property: Id(0)] DepositAmountRecord? Amount = null,
    [property: Id(1)] int InstalmentCount = 1,
    [property: Id(2)] int InstalmentCountMax = 1,
    [property: Id(3)] int FirstAfterDays = 14,
    [property: Id(4)] int EveryDays = 30,
    [property: Id(5)] DepositInterestRecord? Interest = null,
    [property: Id(6)] int GoodMonths = 0,
    [property: Id(7)] int LateCountMax = 0,
    [property: Id(8)] int LateAfterDays = 0,
    [property: Id(9)] int DisconnectionCountMax = 0,
    [property: Id(10)] int ReturnCountMax = 0,
    [property: Id(11)] string Arrears = "overdue",
    [property: Id(12)] bool IsRefunded = false);
