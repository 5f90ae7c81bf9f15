namespace BillingActors.Domain.Collections;

/// <summary>A reason why a supply must not be cut.</summary>
public enum DisconnectionBlock
{
    /// <summary>The policy has no disconnection.</summary>
    NotForeseen,

    /// <summary>The contract does not run on that day.</summary>
    ContractNotRunning,

    /// <summary>The supply is cut, or an order is under way.</summary>
    AlreadyOrdered,

    /// <summary>Less is overdue and undisputed than the policy asks for.</summary>
    BelowThreshold,

    /// <summary>Dunning has not come far enough.</summary>
    LevelNotReached,

    /// <summary>No notice was served.</summary>
    NoticeMissing,

    /// <summary>The days after the notice are not over.</summary>
    NoticePeriodRunning,

    /// <summary>The notice is too old.</summary>
    NoticeExpired,

    /// <summary>Nobody tried to reach the customer often enough since the notice.</summary>
    ContactMissing,

    /// <summary>Nobody is cut off on that day.</summary>
    ForbiddenDay,

    /// <summary>Nobody is cut off in that season.</summary>
    SeasonalMoratorium,

    /// <summary>The weather forbids it.</summary>
    Weather,

    /// <summary>The policy asks for the weather, and nobody said it.</summary>
    ForecastMissing,

    /// <summary>A dispute is not decided.</summary>
    DisputeRunning,

    /// <summary>What was disputed has its days of grace.</summary>
    DisputeGrace,

    /// <summary>A promise to pay runs.</summary>
    PromiseRunning,

    /// <summary>A payment plan runs.</summary>
    PlanRunning,

    /// <summary>An agency collects.</summary>
    WithAgency,

    /// <summary>Stopped by hand.</summary>
    Manual,

    /// <summary>The customer is insolvent.</summary>
    Insolvency,

    /// <summary>The customer has died.</summary>
    Deceased,

    /// <summary>A complaint is open.</summary>
    Complaint,

    /// <summary>The claim is before a court or a lawyer.</summary>
    Legal,

    /// <summary>The customer is in need.</summary>
    Hardship,

    /// <summary>A payment is on its way.</summary>
    PaymentInFlight,

    /// <summary>Somebody's life depends on the supply.</summary>
    LifeSupport,

    /// <summary>A medical certificate protects the supply.</summary>
    MedicalCertificate,

    /// <summary>Public assistance has been asked for.</summary>
    AssistancePending,
}
