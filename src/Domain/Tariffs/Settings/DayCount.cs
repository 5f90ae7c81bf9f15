namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>A number of days within bounds.</summary>
/// <param name="Least">Fewest days.</param>
/// <param name="Most">Most days.</param>
public sealed record DayCount(int Least, int Most)
{
    /// <summary>Whether so many days are within the bounds.</summary>
    public bool Holds(int days) => days >= Least && days <= Most;
}
