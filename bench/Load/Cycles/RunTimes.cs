namespace BillingActors.Load.Cycles;

/// <summary>How long the stages of a run took.</summary>
internal sealed record RunTimes(TimeSpan Calculate, TimeSpan Release)
{
    public double Seconds => (Calculate + Release).TotalSeconds;
}
