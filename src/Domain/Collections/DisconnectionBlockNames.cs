namespace BillingActors.Domain.Collections;

/// <summary>Names of the reasons against a disconnection, as people and programs read them.</summary>
public static class DisconnectionBlockNames
{
    /// <summary>In kebab case: "life-support".</summary>
    public static string NameOf(DisconnectionBlock block) => string.Concat(block.ToString().Select((letter, at) =>
        char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>One after the other: "life-support, plan-running".</summary>
    public static string ListOf(IEnumerable<DisconnectionBlock> blocks) => string.Join(", ", blocks.Select(NameOf));
}
