namespace BillingActors.Domain.Deposits;

/// <summary>When a deposit is given back while service goes on, and where it goes.</summary>
/// <param name="GoodMonths">Months of good history since it was paid; 0: it is kept until the final bill.</param>
/// <param name="LateCountMax">Bills that may have been paid late in these months.</param>
/// <param name="LateAfterDays">Days after the due day that are not late yet.</param>
/// <param name="DisconnectionCountMax">Disconnections there may have been in these months.</param>
/// <param name="ReturnCountMax">Payments that may have come back in these months.</param>
/// <param name="Arrears">What it pays first.</param>
/// <param name="IsRefunded">Whether the rest is paid out; else it stays on the account as a credit.</param>
public sealed record DepositReleaseRule(
    int GoodMonths,
    int LateCountMax,
    int LateAfterDays,
    int DisconnectionCountMax,
    int ReturnCountMax,
    DepositArrears Arrears,
    bool IsRefunded);
