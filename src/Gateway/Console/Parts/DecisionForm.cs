namespace BillingActors.Gateway.Console.Parts;

/// <summary>A decision on a dispute as it is typed in.</summary>
internal sealed class DecisionForm
{
    /// <summary>What is credited, as typed.</summary>
    public string Credit { get; set; } = "";

    /// <summary>Where the fault was.</summary>
    public string Cause { get; set; } = "";

    /// <summary>Why.</summary>
    public string Why { get; set; } = "";
}
