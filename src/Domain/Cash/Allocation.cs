namespace BillingActors.Domain.Cash;

/// <summary>How the payer, or a person for them, wants money to find what it pays.</summary>
public enum Allocation
{
    /// <summary>What is named first, the rest by the rules of the legal entity.</summary>
    Rules,

    /// <summary>What is named first, the rest by due date, whatever the rules of the legal entity are.</summary>
    OldestFirst,

    /// <summary>What is named first, then what the payer's words name, the rest by the rules.</summary>
    ByReference,

    /// <summary>
    /// What is named, or else all that is open, each in proportion to how much is open of it; the rest by the rules.
    /// </summary>
    ProRata,
}
