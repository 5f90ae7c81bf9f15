using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>What calls to a destination cost.</summary>
/// <param name="Destination">Name of the destination group.</param>
/// <param name="Steps">Prices by how far the call has come; the first begins at 0.</param>
public sealed record CallRate(string Destination, ImmutableArray<CallStep> Steps)
{
    /// <summary>Calls made, or calls received.</summary>
    public CallDirection Direction { get; init; }

    /// <summary>Roaming zone the subscriber is in; null: at home.</summary>
    public string? Zone { get; init; }

    /// <summary>Period of the calendar of the charge; null: all.</summary>
    public string? Period { get; init; }

    /// <summary>Price of the connection, once per session.</summary>
    public decimal Connect { get; init; }

    /// <summary>
    /// What a call without duration costs, such as one that is not answered, in the place of what the setting
    /// zero-duration says; null: as that says.
    /// </summary>
    public decimal? Attempt { get; init; }

    /// <summary>A call shorter than this costs nothing at all, not even its connection; 0: none does.</summary>
    public decimal FreeIfShorterThan { get; init; }

    /// <summary>Least a call costs that is not covered by an allowance.</summary>
    public decimal Least { get; init; }

    /// <summary>Most a call costs; null: no limit.</summary>
    public decimal? Most { get; init; }

    /// <summary>What becomes of a call that reaches it.</summary>
    public BeyondMost BeyondMost { get; init; }

    /// <summary>How the charge of a call is rounded; null: as the settings say.</summary>
    public CallRounding? Rounding { get; init; }

    /// <summary>Index of the step that prices what begins at the position.</summary>
    internal int StepAt(decimal position)
    {
        var index = Steps.Length - 1;
        while (index > 0 && Steps[index].From > position)
            index--;
        return index;
    }

    /// <summary>Where the step ends.</summary>
    internal decimal EndOf(int step) => step + 1 < Steps.Length ? Steps[step + 1].From : decimal.MaxValue;
}
