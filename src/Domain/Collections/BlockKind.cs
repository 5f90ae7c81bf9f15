namespace BillingActors.Domain.Collections;

/// <summary>What stops collection of an account, or parts of it.</summary>
public enum BlockKind
{
    /// <summary>Somebody stopped it by hand.</summary>
    Manual,

    /// <summary>The customer is insolvent.</summary>
    Insolvency,

    /// <summary>The customer has died.</summary>
    Deceased,

    /// <summary>A complaint is not answered yet.</summary>
    Complaint,

    /// <summary>The claim is before a court or a lawyer.</summary>
    Legal,

    /// <summary>The customer is in need and a way out is sought.</summary>
    Hardship,

    /// <summary>A direct debit is on its way.</summary>
    PaymentInFlight,

    /// <summary>Somebody's life depends on the supply.</summary>
    LifeSupport,

    /// <summary>A medical certificate protects the supply.</summary>
    MedicalCertificate,

    /// <summary>Public assistance has been asked for.</summary>
    AssistancePending,
}
