namespace BillingActors.Domain.Tariffs.Events;

/// <summary>How the events of a period become one quantity.</summary>
public enum EventAggregation
{
    /// <summary>How many there are.</summary>
    Count,

    /// <summary>The sum of a field.</summary>
    Sum,

    /// <summary>The highest value of a field.</summary>
    Max,

    /// <summary>The lowest value of a field.</summary>
    Min,

    /// <summary>The sum of a field divided by how many events there are.</summary>
    Average,

    /// <summary>The value of a field that a percentage of the events do not exceed, such as 95.</summary>
    Percentile,

    /// <summary>How many different values a field has that were not removed again.</summary>
    Unique,

    /// <summary>The value of the last event.</summary>
    Latest,

    /// <summary>A level that events raise and lower, weighted by how long it lasted in the period.</summary>
    WeightedSum,

    /// <summary>The sum, each event counted for the days from its own to the end of the period.</summary>
    ProratedSum,

    /// <summary>The sum of all events since the beginning.</summary>
    RunningSum,

    /// <summary>How many different values were added since the beginning and not removed.</summary>
    RunningUnique,

    /// <summary>Different values that were added and not removed, each counted for the days it is there.</summary>
    ProratedUnique,
}
