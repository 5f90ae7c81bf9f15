using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>The money of an account: what came in, what it paid, what goes back.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="UnappliedMinor">Money that has paid nothing yet.</param>
/// <param name="IsManual">Whether nothing is drawn by itself any more.</param>
/// <param name="ReturnCount">Payments the bank returned since payments were last drawn by themselves.</param>
/// <param name="Receipts">Receipts, newest first, at most 200.</param>
/// <param name="Credits">Credits set against debits, newest first, at most 200.</param>
/// <param name="Refunds">Refunds, newest first, at most 200.</param>
/// <param name="Retries">Debits that are to be drawn once more.</param>
/// <param name="Version">Version of the account.</param>
[GenerateSerializer, Immutable, Alias("cash-view")]
public sealed record CashView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Currency,
    [property: Id(3)] long UnappliedMinor,
    [property: Id(4)] bool IsManual,
    [property: Id(5)] int ReturnCount,
    [property: Id(6)] ImmutableArray<ReceiptView> Receipts,
    [property: Id(7)] ImmutableArray<CreditView> Credits,
    [property: Id(8)] ImmutableArray<RefundView> Refunds,
    [property: Id(9)] ImmutableArray<RetryView> Retries,
    [property: Id(10)] long Version);
