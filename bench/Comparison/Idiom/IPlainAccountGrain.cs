namespace BillingActors.Comparison.Idiom;

/// <summary>An account as most would write it: one grain, one state, written after every change.</summary>
[Alias("comparison-account")]
public interface IPlainAccountGrain : IGrainWithStringKey
{
    /// <summary>Opens it.</summary>
    [Alias("open")]
    Task Open();

    /// <summary>Rates calls.</summary>
    [Alias("rate")]
    Task Rate(Call[] calls);

    /// <summary>Bills a month.</summary>
    [Alias("bill")]
    Task Bill(MeterUse use);

    /// <summary>Books a payment.</summary>
    [Alias("pay")]
    Task Pay(string paymentId, long amountMinor);

    /// <summary>What it owes, and what is on no bill.</summary>
    [Alias("look")]
    Task<PlainBalance> Look();
}
