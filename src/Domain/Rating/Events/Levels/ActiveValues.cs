using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Events;

namespace BillingActors.Domain.Rating.Events.Levels;

/// <summary>The different values of a field that were added and not removed again.</summary>
internal sealed class ActiveValues(EventCharge charge, string stateKey)
{
    private const string Remove = "remove";

    private static readonly string[] Operations = ["operation", "operation_type"];

    /// <summary>The values as the state keeps them.</summary>
    public SortedSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>How the state keeps a value.</summary>
    public string KeyOf(UsageEvent one) => Pseudonym.Of(one.Text(charge.Field), stateKey);

    /// <summary>1 where the event adds a value, -1 where it removes one, else nothing.</summary>
    public int Apply(UsageEvent one)
    {
        if (one.Text(charge.Field).Length == 0)
            return 0;
        if (!IsRemoval(one))
            return Keys.Add(KeyOf(one)) ? 1 : 0;
        return Keys.Remove(KeyOf(one)) ? -1 : 0;
    }

    private static bool IsRemoval(UsageEvent one) => Operations.Any(name =>
        string.Equals(one.Text(name), Remove, StringComparison.OrdinalIgnoreCase));
}
