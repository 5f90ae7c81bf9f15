namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>What becomes of the credit that is left at the true-up.</summary>
public enum SurplusRule
{
    /// <summary>It stays in the bank.</summary>
    Carry,

    /// <summary>It lapses.</summary>
    Forfeit,

    /// <summary>It is paid: energy at the surplus price, money as it is.</summary>
    Pay,

    /// <summary>
    /// It lapses, and what was delivered more than taken over the year is paid at the surplus price.
    /// </summary>
    PayNetUse,
}
