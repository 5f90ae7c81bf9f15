namespace BillingActors.Domain.Tariffs.Conversions;

/// <summary>What is rounded where a converted quantity is.</summary>
public enum ConvertedRounding
{
    /// <summary>What is billed: the sum of the days of a charge, or of each period of its calendar.</summary>
    Total,

    /// <summary>Each interval by itself, before it is added up.</summary>
    Interval,
}
