namespace BillingActors.Domain.Accounts;

/// <summary>What an open item came from.</summary>
public enum ItemKind
{
    /// <summary>An invoice.</summary>
    Invoice,

    /// <summary>A credit memo that is not used up; its open amount is negative.</summary>
    CreditMemo,

    /// <summary>A claim that stands in for one that was paid with money that went back.</summary>
    DebitMemo,

    /// <summary>A fee, such as that of a returned payment or a reminder.</summary>
    Fee,

    /// <summary>Interest on what was paid late.</summary>
    Interest,

    /// <summary>A deposit that was asked for.</summary>
    Deposit,

    /// <summary>A balance taken over from another account.</summary>
    Transfer,

    /// <summary>A deposit that was given back, or interest on it; its open amount is negative.</summary>
    DepositCredit,

    /// <summary>An instalment of a budget plan.</summary>
    Budget,

    /// <summary>What a budget plan differs by from the bills; its open amount is negative for a credit.</summary>
    Settlement,

    /// <summary>A collective bill of the bills of children.</summary>
    Collective,
}
