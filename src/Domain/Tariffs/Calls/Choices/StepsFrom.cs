namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>From where the steps of a rate are counted.</summary>
public enum StepsFrom
{
    /// <summary>From the start of the call.</summary>
    Call,

    /// <summary>Over what no allowance covers.</summary>
    Paid,

    /// <summary>From the start of what a session used at the destination, in all its records for it.</summary>
    Destination,
}
