using System.Collections.Immutable;

namespace BillingActors.Formats.Text;

/// <summary>The words for the way energy flows, seen from the customer.</summary>
internal static class Directions
{
    /// <summary>Delivered to the customer.</summary>
    public const string Import = "import";

    /// <summary>Received from the customer.</summary>
    public const string Export = "export";

    public static ImmutableArray<string> All { get; } = [Import, Export];
}
